import type { Instant } from '../calendar/time'
import { onCallAt } from './onCallAt'
import type { Shift, ShiftRank } from './shift'

/** A stretch of the rota in which one shift counts, or none; half-open. */
export interface RotaSegment {
  readonly from: Instant
  readonly to: Instant
  readonly shift: Shift | null
}

/**
 * Whose shift it is all the way from `from` to `to` in a rank: stretches without a gap or an overlap, oldest first,
 * each the answer of `onCallAt` at every instant of it (R79). A shift that is covered for a while comes twice. Empty
 * when `to` is not after `from`.
 */
export const rotaSegments = (shifts: readonly Shift[], from: Instant, to: Instant, rank: ShiftRank = 'primary'): readonly RotaSegment[] => {
  if (to <= from) return []
  const around = shifts.filter((shift) => shift.rank === rank && shift.startsAt < to && shift.endsAt > from)
  const edges = around.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]).filter((at) => at > from && at < to)
  const starts = [...new Set([from, ...edges])].toSorted((a, b) => a - b)
  const segments: RotaSegment[] = []
  for (const [index, at] of starts.entries()) {
    const shift = onCallAt(around, at, rank)
    const until = starts[index + 1] ?? to
    const last = segments.at(-1)
    if (last !== undefined && last.shift === shift) segments[segments.length - 1] = { ...last, to: until }
    else segments.push({ from: at, to: until, shift })
  }
  return segments
}
