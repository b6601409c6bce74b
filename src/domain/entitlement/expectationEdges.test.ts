import { expect, it } from 'vitest'
import { chicago, examplePolicy, wall } from '../fixtures/examples'
import { callbackExpectation } from './callbackExpectation'

const say = (now: string, pagedAt: string | null): string =>
  callbackExpectation({
    priority: 'urgent', productionDown: true, receivedAt: wall('2026-11-24T12:00'), policy: examplePolicy(), zone: chicago,
    pagedAt: pagedAt === null ? null : wall(pagedAt), clocksAreGoals: false, now: wall(now),
  })

it('R30 still promises at the very due moment, with and without a page', () => {
  expect([say('2026-11-24T12:30', null), say('2026-11-24T12:31', null)]).toEqual(['Expect a call from an engineer by 12:30 CT today.', 'We aimed to call you by 12:30 CT today.'])
  expect(say('2026-11-24T18:30', '2026-11-24T18:00')).toContain('Expect a call')
  expect(say('2026-11-24T18:31', '2026-11-24T18:00')).toContain('aimed to call you')
})

it('R30 R72 says that nobody is woken until the desk opens, and no more from 8:00:00 on', () => {
  const night = { priority: 'urgent', productionDown: true, receivedAt: wall('2026-11-24T21:00'), policy: examplePolicy(), zone: chicago, pagedAt: null, clocksAreGoals: false } as const
  expect(callbackExpectation({ ...night, now: wall('2026-11-25T07:59') })).toContain('Nobody is woken')
  expect(callbackExpectation({ ...night, now: wall('2026-11-25T08:00') })).toBe('Expect a call from an engineer by 8:30 CT today.')
})
