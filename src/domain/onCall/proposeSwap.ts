import type { RotaChange } from './rotaChange'
import { nameOf } from './rotaFacts'
import type { RotaFacts } from './rotaFacts'
import { sayStretch } from './sayStretch'
import type { Shift } from './shift'
import type { SwapHalf, SwapProposal } from './swapProposal'
import { swapShifts } from './swapShifts'
import { whyNotTakeDuty } from './whyNotTakeDuty'

/** Which two shifts are to be exchanged, and why. */
export interface SwapWish {
  readonly shiftIds: readonly [string, string]
  readonly reason: string
}

const whyNotGiven = (rota: RotaFacts, shift: Shift): string | null => {
  const { zone, now, shifts } = rota
  const which = `The shift of ${nameOf(rota, shift.engineerId)} ${sayStretch(shift.startsAt, shift.endsAt, zone, now)}`
  if (shift.endsAt <= now) return `${which} is over: only coming shifts can be swapped.`
  if (shift.startsAt <= now) return `${which} has begun: add an override for the rest of it instead.`
  if (shifts.some(({ kind, coversShiftId }) => kind !== 'regular' && coversShiftId === shift.id)) {
    return `${which} is already covered by a swap or an override: remove that first, or swap it instead.`
  }
  return null
}

const half = (shift: Shift, takenBy: string): SwapHalf => ({
  shiftId: shift.id,
  rank: shift.rank,
  startsAt: shift.startsAt,
  endsAt: shift.endsAt,
  givenBy: shift.engineerId,
  takenBy,
})

/**
 * Proposes that two engineers exchange two whole coming shifts (R79). Changes nothing; `applySwap` does it once it is
 * agreed to. Refused in words for shifts that are over, begun, covered or not there, for two shifts of one engineer,
 * without a reason, and when somebody may not or cannot take the other's duty (R5, R82).
 */
export const proposeSwap = (rota: RotaFacts, { shiftIds, reason }: SwapWish): RotaChange<{ readonly proposal: SwapProposal }> => {
  const [first, second] = shiftIds.map((wanted) => rota.shifts.find(({ id }) => id === wanted))
  if (first === undefined || second === undefined) return { ok: false, sentence: 'One of the two shifts is no longer on the rota: choose again.' }
  if (reason.trim() === '') return { ok: false, sentence: 'Say why the shifts are swapped: whoever looks at the rota later will ask.' }
  if (first.engineerId === second.engineerId) {
    return { ok: false, sentence: `Both shifts are ${nameOf(rota, first.engineerId)}’s: choose a shift of somebody else.` }
  }
  const halves: SwapProposal['halves'] = [half(first, second.engineerId), half(second, first.engineerId)]
  const sentences = halves.map(({ takenBy, startsAt, endsAt }) => `${nameOf(rota, takenBy)} takes ${sayStretch(startsAt, endsAt, rota.zone, rota.now)}`)
  const proposal: SwapProposal = { halves, reason: reason.trim(), sentence: `${sentences.join(', and ')}.` }
  const refusal = whyNotGiven(rota, first) ?? whyNotGiven(rota, second) ?? whyNotTakeDuty(rota, swapShifts(proposal, ['swap-1', 'swap-2']))
  return refusal === null ? { ok: true, proposal } : { ok: false, sentence: refusal }
}
