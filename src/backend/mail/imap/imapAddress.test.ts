import { expect, test } from 'vitest'
import { imapAddress, isThisMachine } from './imapAddress'
import { pollPause } from './pollPause'

test('an address says host, port, mailbox and whether TLS begins at once', () => {
  expect(imapAddress('imaps://support%40firm.example:p%2Fw@mail.example/Support%20Inbox')).toEqual({
    host: 'mail.example', port: 993, secure: true, user: 'support@firm.example', password: 'p/w', mailbox: 'Support Inbox',
  })
  expect(imapAddress('imap://a:b@mail.example')).toMatchObject({ port: 143, secure: false, mailbox: 'INBOX' })
  expect(imapAddress('imap://a:b@mail.example:1143/')).toMatchObject({ port: 1143, mailbox: 'INBOX' })
})

test('only this machine may be spoken to without TLS', () => {
  const names = ['127.0.0.1', 'localhost', '[::1]', '127.evil.example', 'mail.example', '10.0.0.1']
  expect(names.filter((host) => isThisMachine(imapAddress(`imap://a:b@${host}`)))).toEqual(['127.0.0.1', 'localhost', '[::1]'])
})

test('a server that is away is asked less and less often, every five minutes at least', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 50].map(pollPause)).toEqual([15_000, 15_000, 30_000, 60_000, 120_000, 240_000, 300_000, 300_000])
})
