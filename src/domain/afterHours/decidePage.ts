import { channelGate } from './channelGate'
import { contractGate } from './contractGate'
import { hoursGate } from './hoursGate'
import type { PageDecision } from './page'
import type { PageFacts } from './pageFacts'
import { priorityGate } from './priorityGate'
import { rotaGate } from './rotaGate'

export type { PageFacts }

/**
 * Whether to wake the engineer on call, as a record that explains itself (R22, R23, R26–R28, R68–R80). All five
 * gates are asked and kept, so that the record answers every "why". The first four decide; a rota without anybody
 * does not undo a page, it only leaves `engineerId` null for the ladder to catch (P35).
 */
export const decidePage = (facts: PageFacts): PageDecision => {
  const contract = contractGate(facts)
  const rota = rotaGate(facts)
  const deciding = [hoursGate(facts), contract.gate, channelGate(facts), priorityGate(facts)]
  const blocking = deciding.find((gate) => !gate.pass)
  const page = blocking === undefined
  return {
    page,
    decidedAt: facts.now,
    gates: [...deciding, rota.gate],
    sentence: blocking === undefined ? sayPage(contract.gate.sentence, rota.engineerId) : `Nobody is paged. ${blocking.sentence}`,
    contractUnverified: page && contract.contractUnverified,
    engineerId: page ? rota.engineerId : null,
    policyVersion: facts.policy.version,
  }
}

const sayPage = (why: string, engineerId: string | null): string =>
  engineerId === null
    ? `A page is due, but the rota names nobody on call: reach the support manager now. ${why}`
    : `The engineer on call is paged. ${why}`
