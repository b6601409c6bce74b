import { describe, expect, it } from 'vitest'
import { examplePolicy, exampleTicket, wall } from '../../../domain/fixtures/examples'
import { receiveMessage } from '../../../domain/ticket/receiveMessage'
import { sayPromise } from './sayPromise'

const policy = examplePolicy()

describe('what a customer reads of our promise', () => {
  it('R70 counts from the page, when they raised the request in the night', () => {
    const asked = exampleTicket({ receivedAt: wall('2026-11-24T18:00') })
    const raised = receiveMessage(asked, { at: wall('2026-11-25T02:10'), priority: 'urgent' })
    const paged = { ...raised, facts: [...raised.facts, { kind: 'paged', at: wall('2026-11-25T02:10') } as const] }
    expect(sayPromise(paged, policy, wall('2026-11-25T02:12'), false)).toBe('We have woken the engineer on call. Expect a call promptly, by 2:40 CT today at the latest.')
  })

  it('R99 says that we aimed, not that we promised, without an active contract', () => {
    const ticket = exampleTicket({ receivedAt: wall('2026-11-24T10:00') })
    expect(sayPromise(ticket, policy, wall('2026-11-24T11:00'), true)).toBe('We aim to call you by 12:00 CT today.')
    expect(sayPromise(ticket, policy, wall('2026-11-24T12:01'), true)).toContain('We aimed to get back to you by today 12:00 CT')
    expect(sayPromise(ticket, policy, wall('2026-11-24T12:01'), false)).toContain('We promised to get back to you by today 12:00 CT')
  })
})
