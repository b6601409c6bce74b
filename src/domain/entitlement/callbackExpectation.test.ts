import { describe, expect, it } from 'vitest'
import { toZone } from '../calendar/time'
import { chicago, examplePolicy, wall } from '../fixtures/examples'
import { callbackExpectation } from './callbackExpectation'
import type { ExpectationFacts } from './callbackExpectation'

const now = wall('2026-11-24T12:00')

describe('R30 what the customer may expect', () => {
  const expectation = (changes: Partial<ExpectationFacts>): string => {
    const receivedAt = changes.receivedAt ?? now
    return callbackExpectation({ priority: 'medium', productionDown: false, policy: examplePolicy(), zone: chicago, pagedAt: null, clocksAreGoals: false, now: receivedAt, ...changes, receivedAt })
  }

  it('R58 R59 promises a time while the desk is open', () => {
    expect(expectation({})).toBe('Expect a call from an engineer by 14:00 CT today.')
    expect(expectation({ priority: 'urgent', productionDown: true })).toBe('Expect a call from an engineer by 12:30 CT today.')
    expect(expectation({ receivedAt: wall('2026-11-24T16:30') })).toBe('Expect a call from an engineer by 9:30 CT on Wed 25 Nov.')
  })

  it('R61 R62 calls a house target an aim', () => {
    expect(expectation({ priority: 'high' })).toBe('We aim to call you by 13:00 CT today.')
    expect(expectation({ priority: 'low' })).toBe('We aim to call you by 12:00 CT on Wed 25 Nov.')
  })

  it('R64 says that somebody was woken', () => {
    expect(expectation({ priority: 'urgent', pagedAt: wall('2026-11-25T02:10'), receivedAt: wall('2026-11-25T02:10') })).toBe('We have woken the engineer on call. Expect a call promptly, by 2:40 CT today at the latest.')
  })

  it('R70 counts from the page when the customer raised it later', () => {
    const night = { priority: 'urgent', receivedAt: wall('2026-11-24T18:00'), pagedAt: wall('2026-11-25T02:10') } as const
    expect(expectation({ ...night, now: wall('2026-11-25T02:12') })).toBe('We have woken the engineer on call. Expect a call promptly, by 2:40 CT today at the latest.')
    expect(expectation({ ...night, now: wall('2026-11-25T02:41') })).toBe('We woke the engineer on call and aimed to call you by 2:40 CT today.')
  })

  it('R80 says that nobody was woken while the desk is staffed elsewhere', () => {
    const evening = { priority: 'urgent', zone: toZone('America/New_York'), receivedAt: wall('2026-11-24T16:30'), pagedAt: wall('2026-11-24T16:30') } as const
    expect(expectation(evening)).toBe('Our engineers have been alerted. Expect a call promptly, by 18:00 ET today at the latest.')
    expect(expectation({ ...evening, now: wall('2026-11-24T17:01') })).toBe('We alerted our engineers and aimed to call you by 18:00 ET today.')
    expect(expectation({ ...evening, policy: examplePolicy({ staffedFirstMinutes: 0 }) })).toContain('We have woken the engineer on call.')
  })

  it('R99 promises nothing without an active contract', () => {
    expect(expectation({ clocksAreGoals: true })).toBe('We aim to call you by 14:00 CT today.')
    expect(expectation({ clocksAreGoals: true, receivedAt: wall('2026-11-24T21:00') })).toContain('We aim to call you by 10:00 CT on Wed 25 Nov.')
  })

  it('R69 R72 says that nobody is woken, and when it will be seen', () => {
    const receivedAt = wall('2026-11-24T21:00')
    expect(expectation({ priority: 'urgent', receivedAt })).toBe('Nobody is woken for this request. An engineer will see it at 8:00 CT on Wed 25 Nov and call you as soon as possible that day.')
    expect(expectation({ receivedAt })).toBe('Nobody is woken for this request. An engineer will see it at 8:00 CT on Wed 25 Nov. Expect a call from an engineer by 10:00 CT on Wed 25 Nov.')
  })

  it('R25 tells the customer’s own time', () => {
    expect(expectation({ zone: toZone('America/New_York') })).toBe('Expect a call from an engineer by 15:00 ET today.')
  })

  it('R30 says no more than what we aimed for once the time has passed', () => {
    expect(expectation({ receivedAt: wall('2026-11-24T09:00'), now })).toBe('We aimed to call you by 11:00 CT today.')
  })
})
