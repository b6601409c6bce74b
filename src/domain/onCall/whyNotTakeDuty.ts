import { doubleDuty } from './doubleDuty'
import { nameOf } from './rotaFacts'
import type { RotaFacts } from './rotaFacts'
import { sayStretch } from './sayStretch'
import type { Shift } from './shift'
import { unreachable } from './unreachable'

/**
 * Why the engineers of new shifts cannot take them (R5, R64, R79, R82): somebody may not or cannot be on call, or would
 * be primary and second at once. Null when they can.
 */
export const whyNotTakeDuty = (rota: RotaFacts, added: readonly Shift[]): string | null => {
  for (const { engineerId } of added) {
    const reason = unreachable(rota.engineers.find(({ id }) => id === engineerId))
    if (reason !== null) return `${nameOf(rota, engineerId)} cannot take this duty: ${reason.clause}.`
  }
  const after = [...rota.shifts, ...added]
  for (const { engineerId, startsAt, endsAt } of added) {
    const both = doubleDuty(after, engineerId, startsAt, endsAt)
    if (both !== null) {
      const when = sayStretch(both.from, both.to, rota.zone, rota.now)
      return `${nameOf(rota, engineerId)} would be primary and second on call at once, ${when}: give one of the two to somebody else first.`
    }
  }
  return null
}
