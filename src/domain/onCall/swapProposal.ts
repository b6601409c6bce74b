import type { Instant } from '../calendar/time'
import type { ShiftRank } from './shift'

/** One half of a swap: the shift as it was when the swap was proposed, and who takes it. */
export interface SwapHalf {
  readonly shiftId: string
  readonly rank: ShiftRank
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly givenBy: string
  readonly takenBy: string
}

/** Two engineers exchanging whole shifts (R79), to be agreed to and then applied. */
export interface SwapProposal {
  readonly halves: readonly [SwapHalf, SwapHalf]
  readonly reason: string
  /** What would happen, for whoever has to agree. */
  readonly sentence: string
}
