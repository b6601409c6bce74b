import { describe, expect, it } from 'vitest'
import type { IpcMainInvokeEvent } from 'electron'
import { isTrustedSender } from './isTrustedSender'
import type { RequestSource } from './isTrustedSender'

type FrameFake = Pick<NonNullable<IpcMainInvokeEvent['senderFrame']>, 'origin'>

const own = { origin: 'app://console' } satisfies FrameFake
const knows = (id: number): boolean => id === 1
const from = (id: number, mainFrame: FrameFake, senderFrame: FrameFake | null): RequestSource => ({ sender: { id, mainFrame }, senderFrame })

describe('isTrustedSender', () => {
  it('trusts the main frame of the desk’s own window on the desk’s own page', () => {
    expect(isTrustedSender(from(1, own, own), knows)).toBe(true)
  })

  it.each([
    ['a window that is not ours', from(2, own, own)],
    ['a frame inside the page, even of the same origin', from(1, own, { origin: 'app://console' })],
    ['our window led elsewhere', ((frame) => from(1, frame, frame))({ origin: 'https://example.com' })],
    ['an origin that begins like ours', ((frame) => from(1, frame, frame))({ origin: 'app://console.example.com' })],
    ['a frame that is gone', from(1, own, null)],
  ])('P48 refuses %s', (_case, source) => {
    expect(isTrustedSender(source, knows)).toBe(false)
  })
})
