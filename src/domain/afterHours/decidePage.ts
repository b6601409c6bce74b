import { channelGate } from './channelGate'
import { contractGate } from './contractGate'
import { hoursGate } from './hoursGate'
import { keptFacts } from './keptFacts'
import type { PageDecision } from './page'
import type { PageFacts } from './pageFacts'
import { priorityGate } from './priorityGate'
import { rotaGate } from './rotaGate'
import { sayDecision } from './sayDecision'

export type { PageFacts }

/**
 * Whether to wake somebody, and whom first, as a record that explains itself and keeps the facts to be decided again
 * (R22, R23, R26–R28, R65, R68–R82). All five gates are asked and kept, so that the record answers every "why". The
 * first four decide, except by hand, which pages whatever they say (R71). A rota without anybody does not undo a page,
 * it only leaves `engineerId` null for the ladder to catch (P35).
 */
export const decidePage = (given: PageFacts): PageDecision => {
  const facts = keptFacts(given)
  const contract = contractGate(facts)
  const deciding = [hoursGate(facts), contract.gate, channelGate(facts), priorityGate(facts)]
  const blocking = facts.occasion === 'byHand' ? null : (deciding.find((gate) => !gate.pass) ?? null)
  const page = blocking === null
  const rota = rotaGate(facts, contract, page)
  return {
    occasion: facts.occasion,
    page,
    decidedAt: facts.now,
    gates: [...deciding, rota.gate],
    sentence: sayDecision(facts, blocking, contract.gate, rota),
    contractUnverified: page && contract.contractUnverified,
    firstTo: page ? rota.firstTo : null,
    engineerId: page ? rota.engineerId : null,
    rotaFrom: page ? rota.rotaFrom : null,
    policyVersion: facts.policy.version,
    facts,
  }
}
