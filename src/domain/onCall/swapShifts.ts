import type { Shift } from './shift'
import type { SwapHalf, SwapProposal } from './swapProposal'

const swapShift = ({ shiftId, rank, startsAt, endsAt, takenBy }: SwapHalf, reason: string, id: string): Shift => ({
  id,
  rev: 0,
  engineerId: takenBy,
  rank,
  startsAt,
  endsAt,
  kind: 'swap',
  coversShiftId: shiftId,
  reason,
})

/** The two rows that a proposal comes to, each bound to the shift it covers (R79). */
export const swapShifts = ({ halves: [first, second], reason }: SwapProposal, [firstId, secondId]: readonly [string, string]): readonly [Shift, Shift] => [
  swapShift(first, reason, firstId),
  swapShift(second, reason, secondId),
]
