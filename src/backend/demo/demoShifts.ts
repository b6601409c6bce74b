import { Temporal } from 'temporal-polyfill'
import type { Instant, ZoneId } from '../../domain/calendar/time'
import type { Shift } from '../../domain/onCall/shift'
import { demoId } from './demoId'

const weeksBefore = 3
const weeksAfter = 5

/**
 * Weekly shifts without a gap, handed over on Mondays at 8:00 office time (R79), primary and second. The week around
 * `now` begins the turn, so that the first engineer of the list has the pager.
 */
export const demoShifts = (engineerIds: readonly string[], now: Instant, officeZone: ZoneId): Shift[] => {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(officeZone)
  const monday = local.subtract({ days: local.dayOfWeek - 1 }).withPlainTime('08:00')
  const first = Temporal.ZonedDateTime.compare(monday, local) > 0 ? monday.subtract({ weeks: 1 }) : monday
  const turn = (week: number): string => {
    const id = engineerIds[((week % engineerIds.length) + engineerIds.length) % engineerIds.length]
    if (id === undefined) throw new Error('The demo rota needs at least one helpdesk engineer in resources/demo/engineers.json')
    return id
  }
  return Array.from({ length: weeksBefore + weeksAfter }, (_, i) => i - weeksBefore).flatMap((week) => {
    const startsAt = first.add({ weeks: week }).epochMilliseconds as Instant
    const endsAt = first.add({ weeks: week + 1 }).epochMilliseconds as Instant
    return (['primary', 'second'] as const).map((rank, offset) => ({
      id: demoId('shift', String(week), rank),
      rev: 0,
      engineerId: turn(week + offset),
      rank,
      startsAt,
      endsAt,
      kind: 'regular' as const,
      coversShiftId: null,
      reason: '',
    }))
  })
}
