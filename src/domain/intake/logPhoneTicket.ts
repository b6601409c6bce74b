import type { Instant } from '../calendar/time'
import { claim } from '../ticket/claim'
import { newTicket } from '../ticket/newTicket'
import type { Ticket } from '../ticket/ticket'
import type { RefusedCommand } from '../ticket/ticketCommand'
import type { Actor, TimelineBody } from '../ticket/timelineEvent'
import type { PhoneCommand } from './phoneCommand'
import type { PhoneContext } from './phoneContext'
import { phoneRequest } from './phoneRequest'
import { refusePhoneCall } from './refusePhoneCall'

/** An entry of the new ticket's timeline; only the first one bears the command's own event. */
export interface PhoneEntry {
  readonly at: Instant
  readonly actor: Actor
  readonly body: TimelineBody
}

/** What a logged call becomes: the ticket, without a number while `number` is 0, and its first entries in order. */
export type PhoneOutcome = { readonly ok: true; readonly ticket: Ticket; readonly entries: readonly [PhoneEntry, ...PhoneEntry[]] } | RefusedCommand

const system: Actor = { kind: 'system', id: null, name: 'Engineer Console' }

/**
 * Logs a live call as a ticket (R18): it begins when the call began and says who logged it. It wakes nobody, since an
 * engineer answered it (R71). Whoever logs it takes it, unless they said otherwise.
 */
export const logPhoneTicket = (args: PhoneCommand['args'], context: PhoneContext): PhoneOutcome => {
  const refusal = refusePhoneCall(args, context)
  if (refusal !== null) return { ok: false, refusal }
  const { held, ...request } = phoneRequest(args, context)
  const ticket = newTicket({ ...request, number: 0, paged: false })
  const { at, actor } = context
  const received: PhoneEntry = { at: request.receivedAt, actor, body: { kind: 'received', channel: 'phone', priority: args.priority, text: args.text.trim() } }
  const holding: readonly PhoneEntry[] = held === null ? [] : [{ at, actor: system, body: { kind: 'held', reason: held } }]
  if (!args.take) return { ok: true, ticket, entries: [received, ...holding] }
  const taken = claim(ticket, { ticketId: args.ticketId, eventId: args.eventId }, context)
  if (!taken.ok) return taken
  return { ok: true, ticket: taken.ticket, entries: [received, ...holding, ...(taken.event === null ? [] : [{ at, actor, body: taken.event.body }])] }
}
