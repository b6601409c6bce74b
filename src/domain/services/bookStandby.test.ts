import { describe, expect, it } from 'vitest'
import { bookedStandbyWindow } from '../afterHours/standbyWindow'
import type { StandbyWindow } from '../afterHours/standbyWindow'
import { wall } from '../fixtures/examples'
import { everybody, stepBy } from '../fixtures/projectExamples'
import type { Person } from '../fixtures/projectExamples'
import { bookStandby } from './bookStandby'
import type { StandbyRequest } from './bookStandby'
import { busyTimes } from './busyTimes'

const now = wall('2026-11-24T10:00')
const request = (changes: Partial<StandbyRequest> = {}): StandbyRequest => ({
  id: 'standby-1', customerId: 'customer-1', quote: { number: 'Q-55', acceptedAt: wall('2026-11-23T15:00') }, engineerId: 'ines',
  startsAt: wall('2026-11-28T17:00'), endsAt: wall('2026-11-29T08:00'), ...changes,
})
const answer = (changes: Partial<StandbyRequest>, by: Person = 'peter', booked: readonly StandbyWindow[] = []): string => {
  const outcome = bookStandby(request(changes), { ...stepBy(by, now), busy: busyTimes([], booked, null) })
  return outcome.ok ? 'booked' : outcome.refusal.sentence
}

describe('R81 paid standby', () => {
  it('R81 comes after the quote and its acceptance', () => {
    expect(answer({ quote: null })).toBe('Not before the Account Manager has quoted the standby (R81).')
    expect(answer({ quote: { number: ' ', acceptedAt: now } })).toBe('Not before the Account Manager has quoted the standby (R81).')
    expect(answer({ quote: { number: 'Q-55', acceptedAt: null } })).toBe('Not before quote Q-55 is accepted (R81).')
    expect(answer({ quote: { number: 'Q-55', acceptedAt: wall('2026-11-24T10:01') } })).toBe('Not before quote Q-55 is accepted (R81).')
    expect(answer({ quote: { number: 'Q-55', acceptedAt: now } })).toBe('booked')
  })

  it('R6 R81 is booked by the Project Manager', () => {
    expect(everybody.filter((person) => answer({}, person) === 'booked')).toEqual(['peter', 'ada'])
  })

  it('R81 makes the window that pages its engineer, begin in and end out', () => {
    const outcome = bookStandby(request(), stepBy('peter', now))
    expect(outcome).toEqual({
      ok: true,
      window: { id: 'standby-1', rev: 0, customerId: 'customer-1', engineerId: 'ines', startsAt: wall('2026-11-28T17:00'), endsAt: wall('2026-11-29T08:00'), quote: 'Q-55' },
    })
    const windows = outcome.ok ? [outcome.window] : []
    const pagedAt = (time: string, customerId = 'customer-1'): string | undefined => bookedStandbyWindow(windows, customerId, wall(time))?.engineerId
    expect([pagedAt('2026-11-28T16:59'), pagedAt('2026-11-28T17:00'), pagedAt('2026-11-29T07:59'), pagedAt('2026-11-29T08:00'), pagedAt('2026-11-28T20:00', 'customer-2')]).toEqual([undefined, 'ines', 'ines', undefined, undefined])
  })

  it('R81 R82 names a HelpDesk or an Installation engineer who works here', () => {
    expect([answer({ engineerId: 'priya' }), answer({ engineerId: 'omar' })]).toEqual(['booked', 'booked'])
    expect(answer({ engineerId: 'gone' })).toBe('Choose an engineer who works here.')
    expect(answer({ engineerId: 'nobody' })).toBe('Choose an engineer who works here.')
    expect(answer({ engineerId: 'dana' })).toBe('Dana Whitfield is no engineer. Choose a HelpDesk or an Installation engineer.')
  })

  it('R81 is dated, to come, and holds one engineer once', () => {
    expect(answer({ endsAt: wall('2026-11-28T17:00') })).toBe('The standby must end after it begins.')
    expect(answer({ startsAt: wall('2026-11-24T09:59') })).toBe('The standby must begin in the future.')
    const booked: StandbyWindow = { id: 'standby-0', rev: 4, customerId: 'customer-2', engineerId: 'ines', startsAt: wall('2026-11-28T12:00'), endsAt: wall('2026-11-28T17:01'), quote: 'Q-50' }
    expect(answer({}, 'peter', [booked])).toBe('Ines Duarte is appointed elsewhere Sat 28 Nov 12:00 CT. Choose another time or engineer.')
    expect(answer({ engineerId: 'omar' }, 'peter', [booked])).toBe('booked')
    expect(answer({}, 'peter', [{ ...booked, endsAt: wall('2026-11-28T17:00') }])).toBe('booked')
  })
})
