import { addRealMinutes } from '../calendar/time'
import type { Instant } from '../calendar/time'
import { mayHoldDuty } from '../onCall/dutyEngineer'
import { onCallAt } from '../onCall/onCallAt'
import type { ContractAnswer } from './contractGate'
import { deskStaffed } from './deskStaffed'
import type { PageGate, PageTarget } from './page'
import type { PageFacts } from './pageFacts'

/** The answer of the rota gate: who would get the page, in which order, if it is one. */
export interface RotaAnswer {
  readonly gate: PageGate
  readonly firstTo: PageTarget
  readonly engineerId: string | null
  readonly rotaFrom: Instant | null
}

const gate = (pass: boolean, rule: string, sentence: string): PageGate => ({ gate: 'rota', pass, rule, sentence })

/** Who is on call at `at`: the primary, else the second (R79), neither ever inactive nor of a role that takes no pages, as installation engineers (R5, R82). */
const askRota = (facts: PageFacts, at: Instant): Pick<RotaAnswer, 'gate' | 'engineerId'> => {
  const canTake = (id: string): boolean => facts.engineers.some((engineer) => engineer.id === id && engineer.active && mayHoldDuty(engineer.role))
  const primary = onCallAt(facts.shifts, at, 'primary')
  if (primary !== null && canTake(primary.engineerId)) {
    return { gate: gate(true, 'R79', 'The rota names a primary engineer on call.'), engineerId: primary.engineerId }
  }
  const why = primary === null ? 'The rota names no primary engineer' : 'The rota names as primary somebody who is not active or takes no pages'
  const second = onCallAt(facts.shifts, at, 'second')
  if (second !== null && canTake(second.engineerId)) return { gate: gate(true, 'R79', `${why}, so the second on call is taken.`), engineerId: second.engineerId }
  return {
    gate: gate(false, 'R79', primary === null && second === null ? 'The rota names nobody on call at this moment.' : `${why}, and no second who could take it.`),
    engineerId: null,
  }
}

/**
 * Whom a page goes to. A standby booking's own engineer comes first, whatever group they belong to (R81, R82), and the
 * rota follows only if it owes the customer that. A desk staffed elsewhere has a page to itself for a while (R80); by
 * hand it goes to the engineer on call at once (R71). A gap never cancels a page: it is told, loudly (P35). `due` says
 * that the other gates pass; without a page the gate tells who is on call at `now`.
 */
export const rotaGate = (facts: PageFacts, { booked, owedByRota }: ContractAnswer, due: boolean): RotaAnswer => {
  const { occasion, now, engineers, policy } = facts
  const { staffedFirstMinutes, pageSecondMinutes } = policy.values
  if (occasion === 'byHand') return { ...askRota(facts, now), firstTo: 'onCall', rotaFrom: now }
  if (booked !== null && engineers.some(({ id, active }) => id === booked.engineerId && active)) {
    const sentence = owedByRota ? 'The booking names the engineer; the rota follows if nobody answers.' : 'The booking names the engineer, so the rota is not asked.'
    return {
      gate: gate(true, 'R81', sentence),
      firstTo: 'standbyEngineer',
      engineerId: booked.engineerId,
      rotaFrom: owedByRota ? addRealMinutes(now, pageSecondMinutes) : null,
    }
  }
  // Four zones' hours are asked only for a page: most requests come by day, and a fresh policy has to build each zone's.
  const staffed = due && staffedFirstMinutes > 0 && deskStaffed(policy, now)
  const rotaFrom = staffed ? addRealMinutes(now, staffedFirstMinutes) : now
  return { ...askRota(facts, rotaFrom), firstTo: staffed ? 'staffedQueue' : 'onCall', rotaFrom }
}
