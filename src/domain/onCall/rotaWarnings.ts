import { Temporal } from 'temporal-polyfill'
import { toInstant } from '../calendar/time'
import type { Instant } from '../calendar/time'
import { coverTrouble } from './coverTrouble'
import { rotaEnd } from './rotaEnd'
import { nameOf } from './rotaFacts'
import type { RotaFacts } from './rotaFacts'
import { rotaGaps } from './rotaGaps'
import type { RotaGap } from './rotaGaps'
import { sayMomentInFull, sayStretch } from './sayStretch'
import { shiftRanks } from './shift'
import type { Shift, ShiftRank } from './shift'

/** How many days of the office ahead the rota is looked over (P35). */
export const rotaWarningDays = 7

/** Something wrong with the rota, now or soon. Half-open; `to` is null when it has no end. */
export interface RotaWarning {
  readonly kind: 'gap' | 'cover'
  readonly rank: ShiftRank
  readonly from: Instant
  readonly to: Instant | null
  readonly sentence: string
}

const gapWarning = ({ from, to, rank, reasons }: RotaGap, endless: boolean, { now, zone }: RotaFacts): RotaWarning => {
  const until = endless ? null : to
  const who = rank === 'primary' ? 'Nobody is on call' : 'Nobody is second on call'
  const begun = from <= now
  const when =
    until === null
      ? `from ${begun ? 'now' : sayMomentInFull(from, zone, now)} on`
      : begun
        ? `now, until ${sayMomentInFull(until, zone, now)}`
        : sayStretch(from, until, zone, now)
  const why = [...new Set(reasons.map(({ clause }) => clause))].join('; ')
  return { kind: 'gap', rank, from, to: until, sentence: `${who} ${when}: ${why}.` }
}

const coverWarning = (shift: Shift, rota: RotaFacts): RotaWarning[] => {
  const trouble = coverTrouble(shift, rota.shifts)
  if (trouble === null) return []
  const { rank, startsAt, endsAt, kind, engineerId } = shift
  const what = `The ${kind} that gives ${nameOf(rota, engineerId)} duty ${sayStretch(startsAt, endsAt, rota.zone, rota.now)}`
  const sentence =
    trouble === 'gone'
      ? `${what} does not count, because the shift it covers is no longer there: arrange it again or remove it.`
      : `${what} no longer fits, because the shift it covers was moved: arrange it again or remove it.`
  return [{ kind: 'cover', rank, from: startsAt, to: endsAt, sentence }]
}

/**
 * What an administrator has to mend within the coming days (R79, P35): each gap of a rank that has begun or begins in
 * them, to its very end, and each swap or override that no longer fits the shift it covers. Oldest first; empty when all
 * is well.
 */
export const rotaWarnings = (rota: RotaFacts, days = rotaWarningDays): readonly RotaWarning[] => {
  const { shifts, engineers, now, zone } = rota
  const horizon = toInstant(Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).add({ days }).epochMilliseconds)
  const end = toInstant(rotaEnd(shifts, horizon) + 1)
  const gaps = shiftRanks
    .flatMap((rank) => rotaGaps(shifts, engineers, now, end, rank))
    .filter(({ from }) => from < horizon)
    .map((gap) => gapWarning(gap, gap.to === end, rota))
  const covers = shifts.filter(({ startsAt, endsAt }) => endsAt > now && startsAt < horizon).flatMap((shift) => coverWarning(shift, rota))
  return [...gaps, ...covers].toSorted((a, b) => a.from - b.from)
}
