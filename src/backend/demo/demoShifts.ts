import { Temporal } from 'temporal-polyfill'
import type { Engineer } from '../../domain/access/engineer'
import type { CalendarDate, Instant } from '../../domain/calendar/time'
import { planRota } from '../../domain/onCall/planRota'
import type { Shift } from '../../domain/onCall/shift'
import type { Policy } from '../../domain/policy/policy'
import { demoId } from './demoId'

const turnsBefore = 3
const turnsAfter = 5

/** Primary and second in turn by the rota's own plan (R79). Whose turn is around `now` is the first engineer of the list. */
export const demoShifts = (engineers: readonly Engineer[], now: Instant, policy: Policy): readonly Shift[] => {
  const { officeZone, rotaHandOver, rotaWeeks } = policy.values
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(officeZone)
  const begun = local.toPlainDateTime().subtract({ minutes: rotaHandOver.minute }).toPlainDate()
  const handOver = begun.subtract({ days: (begun.dayOfWeek - rotaHandOver.weekday + 7) % 7 })
  const first = engineers.length - (turnsBefore % engineers.length)
  const rota = planRota({
    engineers: [...engineers.slice(first), ...engineers.slice(0, first)],
    from: handOver.subtract({ weeks: turnsBefore * rotaWeeks }).toString() as CalendarDate,
    weeks: (turnsBefore + turnsAfter) * rotaWeeks,
    policy,
    idOf: (rank, turn) => demoId('shift', String(turn), rank),
  })
  if (!rota.ok) throw new Error(`The demo rota cannot be planned from resources/demo/engineers.json. ${rota.sentence}`)
  return rota.shifts
}
