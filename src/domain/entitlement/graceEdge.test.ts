import { expect, it } from 'vitest'
import type { CalendarDate } from '../calendar/time'
import { chicago, exampleContract, wall } from '../fixtures/examples'
import { contractStatus } from './contractStatus'

it('R78 speaks of grace from the first moment after the last day on', () => {
  const contracts = [exampleContract({ endsOn: '2026-11-15' as CalendarDate, graceUntil: '2026-11-30' as CalendarDate })]
  const say = (time: string): string => contractStatus(contracts, wall(time), chicago, 0).sentence
  expect([say('2026-11-15T23:59:59'), say('2026-11-16T00:00')]).toEqual(['24×7 until 15 Nov 2026', '24×7 ended on 15 Nov 2026, grace until 30 Nov 2026'])
})
