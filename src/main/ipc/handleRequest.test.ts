import { describe, expect, it, vi } from 'vitest'
import { requestChannels } from '../../protocol/ipc/channels'
import { answerRequest } from './handleRequest'
import type { RequestSource } from './isTrustedSender'

vi.mock('electron', () => ({ ipcMain: {} }))

const frame = { origin: 'app://console' }
const desk: RequestSource = { sender: { id: 1, mainFrame: frame }, senderFrame: frame }
const strangers: readonly (readonly [string, RequestSource])[] = [
  ['another window', { sender: { id: 2, mainFrame: frame }, senderFrame: frame }],
  ['a frame of the page', { sender: { id: 1, mainFrame: frame }, senderFrame: { origin: 'app://console' } }],
  ['another origin', ((other) => ({ sender: { id: 1, mainFrame: other }, senderFrame: other }))({ origin: 'https://example.com' })],
]
const own = (id: number): boolean => id === 1
/** A handler whose types do not matter: it must not be reached, or is meant to break its word. */
const anyHandler = (handler: (args: unknown) => unknown): never => handler as never

describe('answerRequest', () => {
  it('gives a handler its parsed arguments and the desk its answer', async () => {
    const reply = await answerRequest('clipboard.write', ({ text }) => (text === '10.0.0.7' ? { outcome: 'done' } : { outcome: 'refused', reason: text }), desk, own, {
      text: '10.0.0.7',
      more: 'is cut off',
    })
    expect(reply).toEqual({ ok: true, answer: { outcome: 'done' } })
  })

  it.each(requestChannels.flatMap((channel) => strangers.map(([who, source]) => [channel, who, source] as const)))(
    'P48 refuses %s from %s',
    async (channel, _who, source) => {
      vi.spyOn(console, 'error').mockReturnValue()
      const handler = vi.fn<(args: unknown) => unknown>()
      expect(await answerRequest(channel, anyHandler(handler), source, own, undefined)).toEqual({ ok: false, sentence: 'This page may not use the desk.' })
      expect(handler).not.toHaveBeenCalled()
    },
  )

  it.each([
    ['notifications.show', { key: 'k' }, 'title'],
    ['clipboard.write', { text: 7 }, 'text'],
    ['journal.drop', { engineerId: '../../etc', upToMut: 1 }, 'engineerId'],
    ['settings.write', { theme: 'pink' }, 'theme'],
    ['files.save', { name: 'log.txt', bytes: 'text' }, 'bytes'],
    ['backend.describe', { any: 1 }, 'backend.describe'],
    ['links.open', null, 'links.open'],
  ] as const)('P39 refuses %s with %j and names what is wrong', async (channel, raw, named) => {
    const handler = vi.fn<(args: unknown) => unknown>()
    const reply = await answerRequest(channel, anyHandler(handler), desk, own, raw)
    expect(reply).toMatchObject({ ok: false, sentence: expect.stringContaining(named) as string })
    expect(handler).not.toHaveBeenCalled()
  })

  it('gives the desk the sentence of a failure, not its stack', async () => {
    vi.spyOn(console, 'error').mockReturnValue()
    const reply = await answerRequest('journal.read', () => Promise.reject(new Error('The disk cannot be read.')), desk, own, undefined)
    expect(reply).toEqual({ ok: false, sentence: 'The disk cannot be read.' })
  })

  it('lets no answer through that is not in the protocol', async () => {
    vi.spyOn(console, 'error').mockReturnValue()
    const reply = await answerRequest('session.load', anyHandler(() => ({ refreshToken: 7, storage: 'plain' })), desk, own, undefined)
    expect(reply).toMatchObject({ ok: false })
  })
})
