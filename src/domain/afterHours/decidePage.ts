import { isOpen } from '../calendar/openTimes'
import { sayClockTime } from '../calendar/sayTime'
import { serviceCalendar } from '../calendar/serviceCalendar'
import type { Instant, ZoneId } from '../calendar/time'
import type { Contract } from '../customer/customer'
import { contractStatus } from '../entitlement/contractStatus'
import { onCallAt } from '../onCall/onCallAt'
import type { Shift } from '../onCall/shift'
import type { Policy } from '../policy/policy'
import type { Channel, Environment, Priority } from '../ticket/ticket'
import type { PageDecision, PageGate } from './page'

/** Everything a page decision is made from. */
export interface PageFacts {
  readonly now: Instant
  readonly channel: Channel
  readonly customerPriority: Priority
  /** Who set the priority that is asked about: an engineer's Urgent never pages by itself (R71). */
  readonly prioritySetBy: 'customer' | 'engineer'
  readonly environment: Environment
  /** The customer site's zone. */
  readonly zone: ZoneId
  readonly policy: Policy
  /** Null when the account is not known (R23). */
  readonly contracts: readonly Contract[] | null
  readonly shifts: readonly Shift[]
}

const hoursGate = ({ now, zone, policy }: PageFacts): PageGate => {
  const open = isOpen(serviceCalendar(policy, zone), now)
  const time = sayClockTime(now, zone)
  return {
    gate: 'hours',
    pass: !open,
    rule: 'R68',
    sentence: open ? `It is ${time}: the desk is open and sees every ticket.` : `It is ${time}: outside service hours.`,
  }
}

const contractGate = ({ contracts, channel, now, policy }: PageFacts): PageGate => {
  if (contracts === null) {
    const pass = channel === 'hotline'
    return {
      gate: 'contract',
      pass,
      rule: 'R23',
      sentence: pass ? 'The caller matches no 24×7 account: paged anyway, contract unverified.' : 'The account is not known.',
    }
  }
  const status = contractStatus(contracts, now, policy.values.officeZone)
  // A hotline caller that matches no 24×7 account is paged too (R23): only 24×7 customers have the number.
  const pass = status.kind === '24x7' || channel === 'hotline'
  const unverified = pass && status.kind !== '24x7' ? ' The hotline pages anyway, contract unverified.' : ''
  return { gate: 'contract', pass, rule: status.kind === 'ended' ? 'R78' : unverified ? 'R23' : 'R77', sentence: `${status.sentence}.${unverified}` }
}

const channelGate = ({ channel }: PageFacts): PageGate => {
  const answers: Readonly<Record<Channel, readonly [boolean, string, string]>> = {
    portal: [true, 'R68', 'It came by the portal.'],
    hotline: [true, 'R21', 'It came by the hotline.'],
    email: [false, 'R14', 'It came by e-mail, which never wakes anyone.'],
    techLine: [false, 'R74', 'It came by the tech line, which never wakes anyone.'],
    phone: [false, 'R18', 'An engineer took the call already.'],
  }
  const [pass, rule, sentence] = answers[channel]
  return { gate: 'channel', pass, rule, sentence }
}

const priorityGate = ({ channel, customerPriority, prioritySetBy, environment }: PageFacts): PageGate => {
  const gate = 'priority'
  if (channel === 'hotline') return { gate, pass: true, rule: 'R68', sentence: 'A hotline call counts as Urgent.' }
  if (environment === 'test') return { gate, pass: false, rule: 'R46', sentence: 'It is about a test server, which is never Urgent.' }
  if (prioritySetBy === 'engineer') return { gate, pass: false, rule: 'R71', sentence: 'An engineer set the priority; paging for it is by hand, with a reason.' }
  return customerPriority === 'urgent'
    ? { gate, pass: true, rule: 'R68', sentence: 'The customer set Urgent.' }
    : { gate, pass: false, rule: 'R69', sentence: 'The customer did not set Urgent.' }
}

const rotaGate = ({ shifts, now }: PageFacts): PageGate => {
  const primary = onCallAt(shifts, now)
  // A gap stops no page: the ladder goes on to the second and the support manager (R64, P35).
  return {
    gate: 'rota',
    pass: true,
    rule: 'R79',
    sentence: primary ? 'Somebody is on call.' : 'Nobody is on call in the rota: the page goes up the ladder.',
  }
}

/**
 * Whether a ticket wakes the engineer on call, and why: five gates, each with its rule and a sentence (R68–R81).
 * The record is stored as it is, so that the decision can be explained to anybody later.
 */
export const decidePage = (facts: PageFacts): PageDecision => {
  const gates = [hoursGate(facts), contractGate(facts), channelGate(facts), priorityGate(facts), rotaGate(facts)]
  const stopped = gates.find((gate) => !gate.pass)
  const page = stopped === undefined
  const verified = facts.contracts !== null && contractStatus(facts.contracts, facts.now, facts.policy.values.officeZone).kind === '24x7'
  return {
    page,
    decidedAt: facts.now,
    gates,
    sentence: stopped ? `Nobody was paged. ${stopped.sentence}` : verified ? 'The engineer on call was paged.' : 'The engineer on call was paged; the contract is unverified.',
    contractUnverified: page && !verified,
    engineerId: page ? (onCallAt(facts.shifts, facts.now)?.engineerId ?? null) : null,
    policyVersion: facts.policy.version,
  }
}
