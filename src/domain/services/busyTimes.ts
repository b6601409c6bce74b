import type { StandbyWindow } from '../afterHours/standbyWindow'
import type { Instant } from '../calendar/time'
import type { Project } from './project'

/** A time that an engineer has given away, half-open `[startsAt, endsAt)`. */
export interface BusyTime {
  readonly engineerId: string
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/**
 * When engineers are appointed: projects that are scheduled or on, and standby bookings (R81, R82, R95), earliest
 * first. For an Installation engineer these are the only times outside service hours. `exceptId` leaves out the project
 * or booking that is being changed; null leaves out none.
 */
export const busyTimes = (projects: readonly Project[], windows: readonly StandbyWindow[], exceptId: string | null): readonly BusyTime[] => {
  const appointed = projects.filter(({ id, state }) => id !== exceptId && (state === 'scheduled' || state === 'inProgress')).flatMap(({ scheduled }) => scheduled)
  return [...appointed, ...windows.filter(({ id }) => id !== exceptId)]
    .map(({ engineerId, startsAt, endsAt }) => ({ engineerId, startsAt, endsAt }))
    .toSorted((a, b) => a.startsAt - b.startsAt)
}

/** The time among `busy` that the same engineer cannot keep together with `wanted`; undefined when they are free. */
export const clashAmong = (busy: readonly BusyTime[], wanted: BusyTime): BusyTime | undefined =>
  busy.find(({ engineerId, startsAt, endsAt }) => engineerId === wanted.engineerId && startsAt < wanted.endsAt && wanted.startsAt < endsAt)
