import type { Instant } from '../calendar/time'
import type { RotaChange } from './rotaChange'
import { nameOf } from './rotaFacts'
import type { RotaFacts } from './rotaFacts'
import { rotaSegments } from './rotaSegments'
import { sayMomentInFull } from './sayStretch'
import type { Shift, ShiftRank } from './shift'
import { whyNotTakeDuty } from './whyNotTakeDuty'

/** Who stands in, for which hours, and why. Half-open. */
export interface OverrideWish {
  readonly engineerId: string
  readonly rank: ShiftRank
  readonly from: Instant
  readonly to: Instant
  readonly reason: string
  /** The id of each new shift, counted from 0. */
  readonly idOf: (index: number) => string
}

/**
 * Lets an engineer stand in for a part of a shift or for several (R79): one override for each shift it takes hours of,
 * bound to that shift, and one that stands free for hours nobody has. Refused in words when the hours are none or past,
 * without a reason, when the duty is the engineer's already, or he may not or cannot take it (R5, R82).
 */
export const addOverride = (rota: RotaFacts, wish: OverrideWish): RotaChange<{ readonly shifts: readonly Shift[] }> => {
  const { engineerId, rank, from, to, reason, idOf } = wish
  const { now, zone, shifts } = rota
  if (to <= from) return { ok: false, sentence: 'An override ends after it begins: choose a later end.' }
  if (from < now) return { ok: false, sentence: `${sayMomentInFull(from, zone, now)} is past, and who had duty then stays as it was: let the override begin now or later.` }
  if (reason.trim() === '') return { ok: false, sentence: 'Say why somebody stands in: whoever looks at the rota later will ask.' }
  const taken = rotaSegments(shifts, from, to, rank).filter(({ shift }) => shift?.engineerId !== engineerId)
  if (taken.length === 0) return { ok: false, sentence: `${nameOf(rota, engineerId)} has this duty already.` }
  const added = taken.map(
    (segment, index): Shift => ({
      id: idOf(index),
      rev: 0,
      engineerId,
      rank,
      startsAt: segment.from,
      endsAt: segment.to,
      kind: 'override',
      coversShiftId: segment.shift?.id ?? null,
      reason: reason.trim(),
    }),
  )
  const refusal = whyNotTakeDuty(rota, added)
  return refusal === null ? { ok: true, shifts: added } : { ok: false, sentence: refusal }
}
