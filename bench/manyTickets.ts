import { addRealMinutes, toInstant, toZone } from '../src/domain/calendar/time'
import type { Instant } from '../src/domain/calendar/time'
import { newTicket } from '../src/domain/ticket/newTicket'
import { channels, priorities } from '../src/domain/ticket/ticket'
import type { Ticket, TicketFact } from '../src/domain/ticket/ticket'

const zones = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Phoenix', 'America/Los_Angeles'].map(toZone)

/** A reproducible scatter over 32 bits: no dice, so that two runs measure the same rows. */
const scatter = (index: number): number => (index * 2_654_435_761) % 4_294_967_296

const pick = <T>(list: readonly T[], by: number): T => {
  const found = list[by % list.length]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

/** What became of a ticket so far: half are untouched, the others claimed, of which some were called. */
const laterFacts = (by: number, receivedAt: Instant): readonly TicketFact[] => {
  if (by % 2 === 0) return []
  const claimed: TicketFact = { kind: 'assigned', at: addRealMinutes(receivedAt, 12), engineerId: `engineer-${by % 7}` }
  const called: TicketFact = { kind: 'call', at: addRealMinutes(receivedAt, 25), outcome: by % 3 === 0 ? 'reached' : 'noAnswer' }
  return by % 4 === 1 ? [claimed, called] : [claimed]
}

/** `count` open tickets of the last thirty days in five zones, in no order, always the same ones. */
export const manyTickets = (count: number, now: Instant): readonly Ticket[] =>
  Array.from({ length: count }, (_, index) => {
    const by = scatter(index + 1)
    const receivedAt = toInstant(now - (by % (30 * 86_400_000)))
    const ticket = newTicket({
      id: `ticket-${by.toString(16)}`,
      number: 10_001 + index,
      customerId: null,
      siteId: null,
      contactId: null,
      requester: { name: null, email: null, phone: null },
      zone: pick(zones, by >>> 2),
      channel: pick(channels, by >>> 3),
      brief: 'Faxes are stuck in the queue',
      receivedAt,
      customerPriority: pick(priorities, by >>> 5),
      environment: 'production',
      answerBy: 'phone',
      heldReason: null,
      paged: by % 50 === 0,
    })
    return { ...ticket, facts: [...ticket.facts, ...laterFacts(by >>> 7, receivedAt)], unansweredSince: by % 5 === 0 ? addRealMinutes(receivedAt, 40) : null }
  })
