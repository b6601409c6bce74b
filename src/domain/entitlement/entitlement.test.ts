import { describe, expect, it } from 'vitest'
import { toZone } from '../calendar/time'
import type { CalendarDate } from '../calendar/time'
import { chicago, exampleContract, examplePolicy, wall } from '../fixtures/examples'
import { callbackExpectation } from './callbackExpectation'
import type { ExpectationFacts } from './callbackExpectation'
import { contractStatus } from './contractStatus'

const day = (text: string): CalendarDate => text as CalendarDate
const now = wall('2026-11-24T12:00')

describe('R77 R78 the contract’s status', () => {
  it('says what covers now, 24×7 before standard', () => {
    const standard = exampleContract({ id: 'c2', kind: 'standard', endsOn: day('2027-12-31') })
    expect(contractStatus([standard, exampleContract()], now, chicago)).toEqual({ kind: '24x7', until: '2026-12-31', sentence: '24×7 until 31 Dec 2026' })
    expect(contractStatus([standard], now, chicago)).toMatchObject({ kind: 'standard', sentence: 'Standard until 31 Dec 2027' })
  })

  it('R78 ends with the last day of the office, not of UTC', () => {
    const kindAt = (time: string): string => contractStatus([exampleContract()], wall(time), chicago).kind
    expect([kindAt('2026-12-31T23:59:59'), kindAt('2027-01-01T00:00'), kindAt('2025-12-31T23:59:59'), kindAt('2026-01-01T00:00')]).toEqual(['24x7', 'ended', 'none', '24x7'])
  })

  it('R78 says when it ended, and R99 when there was none', () => {
    expect(contractStatus([exampleContract({ endsOn: day('2026-06-30') })], now, chicago)).toEqual({ kind: 'ended', until: '2026-06-30', sentence: 'Ended on 30 Jun 2026' })
    expect(contractStatus([], now, chicago)).toEqual({ kind: 'none', until: null, sentence: 'No contract on file' })
  })

  it('R78 gives grace only when an administrator set it, and says so', () => {
    const inGrace = exampleContract({ endsOn: day('2026-11-15'), graceUntil: day('2026-11-30') })
    expect(contractStatus([inGrace], now, chicago)).toEqual({ kind: '24x7', until: '2026-11-30', sentence: '24×7 ended on 15 Nov 2026, grace until 30 Nov 2026' })
    expect(contractStatus([inGrace], wall('2026-12-01T00:00'), chicago).kind).toBe('ended')
  })
})

describe('R30 what the customer may expect', () => {
  const expectation = (changes: Partial<ExpectationFacts>): string => {
    const receivedAt = changes.receivedAt ?? now
    return callbackExpectation({ priority: 'medium', productionDown: false, policy: examplePolicy(), zone: chicago, paged: false, now: receivedAt, ...changes, receivedAt })
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
    expect(expectation({ priority: 'urgent', paged: true, receivedAt: wall('2026-11-25T02:10') })).toBe('We have woken the engineer on call. Expect a call promptly, by 2:40 CT today at the latest.')
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
