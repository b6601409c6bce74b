import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { newReplyToken, ticketOfToken } from './replyToken'

const key = randomBytes(32)

test('a token of ours names its ticket, inside a Message-ID or an address, in whatever case it comes back', () => {
  const token = newReplyToken(key, 10_042)
  expect(ticketOfToken(key, `<${token}@support.example>`)).toBe(10_042)
  expect(ticketOfToken(key, `SUPPORT+${token.toUpperCase()}@SUPPORT.EXAMPLE`)).toBe(10_042)
  expect(ticketOfToken(key, `<unrelated@example.com> <${token}@support.example>`)).toBe(10_042)
})

test('P38 a token for another number, of another key, or with one character changed is none', () => {
  const token = newReplyToken(key, 10_042)
  const lastChanged = token.slice(0, -1) + (token.endsWith('0') ? '1' : '0')
  const forged = [token.replace('10042', '10043'), newReplyToken(randomBytes(32), 10_042), lastChanged, '10042', '10042..', '']
  expect(forged.map((text) => ticketOfToken(key, text))).toEqual(forged.map(() => null))
})

test('two tokens for one ticket differ', () => {
  expect(newReplyToken(key, 1)).not.toBe(newReplyToken(key, 1))
})
