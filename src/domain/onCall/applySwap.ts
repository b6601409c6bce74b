import { proposeSwap } from './proposeSwap'
import type { RotaChange } from './rotaChange'
import type { RotaFacts } from './rotaFacts'
import type { Shift } from './shift'
import type { SwapHalf, SwapProposal } from './swapProposal'
import { swapShifts } from './swapShifts'

const isAsProposed = ({ shifts }: RotaFacts, { shiftId, rank, startsAt, endsAt, givenBy }: SwapHalf): boolean =>
  shifts.some(
    (shift) =>
      shift.id === shiftId && shift.rank === rank && shift.startsAt === startsAt && shift.endsAt === endsAt && shift.engineerId === givenBy,
  )

/**
 * Carries out a proposal that was agreed to: two swap shifts to add, bound to the shifts they cover (R79). Everything is
 * asked again by the rota as it is now, and refused in words when a shift was moved, given away or removed since.
 */
export const applySwap = (rota: RotaFacts, proposal: SwapProposal, ids: readonly [string, string]): RotaChange<{ readonly shifts: readonly [Shift, Shift] }> => {
  const [first, second] = proposal.halves
  if (!isAsProposed(rota, first) || !isAsProposed(rota, second)) {
    return { ok: false, sentence: 'One of the two shifts was moved, given away or removed since the swap was proposed: propose it again.' }
  }
  const again = proposeSwap(rota, { shiftIds: [first.shiftId, second.shiftId], reason: proposal.reason })
  return again.ok ? { ok: true, shifts: swapShifts(again.proposal, ids) } : again
}
