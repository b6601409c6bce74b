import { describe, expect, it, vi } from 'vitest'
import { hostileJson, hostileTexts } from '../../../tests/badInput/hostileValues'
import { requestChannels } from '../../protocol/ipc/channels'
import { deskRequests } from '../../protocol/ipc/messages'
import { answerRequest } from './handleRequest'
import type { RequestSource } from './isTrustedSender'

vi.mock('electron', () => ({ ipcMain: {} }))

const frame = { origin: 'app://console' }
const desk: RequestSource = { sender: { id: 1, mainFrame: frame }, senderFrame: frame }

const within = (depth: number): unknown => Array.from({ length: depth }).reduce<unknown>((inner) => ({ inner }), 'bottom')

const circle = (): unknown => {
  const round: Record<string, unknown> = { key: 'x', text: 'x', url: 'x' }
  round['self'] = round
  return round
}

/** What structured cloning lets a page send, though no page of ours does. */
const cloned: readonly unknown[] = [undefined, null, 0n, NaN, Infinity, -0, new Date(NaN), /x/, new Map([['url', 'x']]), new Set([1]), new Uint8Array(3), new ArrayBuffer(8), new Error('x'), within(5_000), circle(), Array.from({ length: 10_000 }, () => null), Object.create(null)]
const values: readonly unknown[] = [...cloned, ...hostileTexts, ...hostileJson.map((text) => JSON.parse(text) as unknown)]

/** Each value as the whole argument, and in the place of each field the channel knows. */
const attacks = (channel: keyof typeof deskRequests): readonly unknown[] => {
  const { args } = deskRequests[channel]
  const fields = 'shape' in args ? Object.keys(args.shape) : []
  const whole: Record<string, unknown> = Object.fromEntries(fields.map((field) => [field, 'x']))
  return [...values, ...fields.flatMap((field) => values.map((value) => ({ ...whole, [field]: value })))]
}

describe('answerRequest', () => {
  it.each(requestChannels)('P39 %s answers whatever it is asked with, and hands on nothing that is not in the protocol', async (channel) => {
    vi.spyOn(console, 'error').mockReturnValue()
    const { args } = deskRequests[channel]
    const wrong: unknown[] = []
    for (const raw of attacks(channel)) {
      const handed: unknown[] = []
      const reply = await answerRequest(channel, ((given: unknown) => void handed.push(given)) as never, desk, (id) => id === 1, raw)
      const sound = handed.every((given) => args.safeParse(given).success)
      // The handler here answers nothing, which no channel may: so every reply is a refusal in words.
      if (reply.ok || reply.sentence === '' || !sound) wrong.push({ raw, reply })
    }
    expect(wrong).toEqual([])
    expect(Object.prototype).not.toHaveProperty('admin')
  })
})
