import { describe, expect, it, vi } from 'vitest'
import { EventInbox } from './eventInbox'

describe('EventInbox', () => {
  it('keeps what arrives before anybody listens, in order, and gives it once', () => {
    const inbox = new EventInbox<'openTicket' | 'wake'>()
    inbox.arrive('openTicket', 1)
    inbox.arrive('openTicket', 2)
    inbox.arrive('wake', 'resume')
    const first = vi.fn<(payload: unknown) => void>()
    const second = vi.fn<(payload: unknown) => void>()
    inbox.listen('openTicket', first)
    inbox.listen('openTicket', second)
    inbox.arrive('openTicket', 3)
    expect(first.mock.calls).toEqual([[1], [2], [3]])
    expect(second.mock.calls).toEqual([[3]])
  })

  it('stops when told to, and keeps again when nobody is left', () => {
    const inbox = new EventInbox<'wake'>()
    const listener = vi.fn<(payload: unknown) => void>()
    const stop = inbox.listen('wake', listener)
    stop()
    inbox.arrive('wake', 1)
    expect(listener).not.toHaveBeenCalled()
    inbox.listen('wake', listener)
    expect(listener.mock.calls).toEqual([[1]])
  })

  it('keeps the newest twenty of a kind', () => {
    const inbox = new EventInbox<'wake'>()
    for (let n = 1; n <= 30; n += 1) inbox.arrive('wake', n)
    const listener = vi.fn<(payload: unknown) => void>()
    inbox.listen('wake', listener)
    expect(listener.mock.calls.flat()).toEqual(Array.from({ length: 20 }, (_, index) => index + 11))
  })
})
