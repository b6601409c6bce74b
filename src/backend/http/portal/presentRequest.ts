import { sayMoment } from '../../../domain/calendar/sayTime'
import type { Instant } from '../../../domain/calendar/time'
import { channelRules } from '../../../domain/intake/channelRules'
import type { Policy } from '../../../domain/policy/policy'
import type { Attachment } from '../../../domain/ticket/attachment'
import type { Environment, Ticket, TicketState } from '../../../domain/ticket/ticket'
import type { TimelineEvent } from '../../../domain/ticket/timelineEvent'
import { effectivePriority } from '../../../domain/triage/effectivePriority'
import type { ConversationEntry } from '../../../portal/requests/Conversation'
import type { RequestLine } from '../../../portal/requests/RequestListPage'
import type { RequestView } from '../../../portal/requests/RequestPage'
import { requestStatus } from '../../../portal/requests/requestStatus'
import { sayPromise } from './sayPromise'

const serverWords: Record<Environment, string> = { production: 'Production', test: 'Test', unknown: 'Not stated' }
const moves: Record<TicketState, string> = {
  open: 'Opened again',
  waiting: 'Waiting for your answer',
  resolved: 'Marked as resolved',
  closed: 'Closed',
}

export interface RequestRows {
  readonly ticket: Ticket
  readonly events: readonly TimelineEvent[]
  readonly attachments: readonly Attachment[]
}

export interface Reading {
  readonly policy: Policy
  readonly firmName: string
  readonly now: Instant
  /** The reader's own contact id. */
  readonly readerId: string
  /** Without an active contract (R99). */
  readonly clocksAreGoals: boolean
}

/** The entry a customer may read, or null: notes, calls, pages and assignments stay inside the firm. */
const entryOf = (event: TimelineEvent, { ticket, attachments }: RequestRows, { firmName, now }: Reading): ConversationEntry | null => {
  const base = {
    id: event.id,
    when: sayMoment(event.at, ticket.zone, now),
    files: attachments.filter(({ eventId }) => eventId === event.id).map(({ id, name, size }) => ({ id, name, size })),
  }
  const { body } = event
  switch (body.kind) {
    case 'received': {
      // A call that an engineer wrote down: the words are the customer's, the hand is ours (R18).
      const { name, phone } = ticket.requester
      const who = event.actor.kind === 'engineer' ? `${name ?? phone ?? 'Caller'}, on the phone` : event.actor.name
      return { ...base, side: 'customer', who, text: body.text }
    }
    case 'message':
      return body.direction === 'in'
        ? { ...base, side: 'customer', who: event.actor.name, text: body.text }
        : { ...base, side: 'firm', who: `${event.actor.name}, ${firmName}`, text: body.text }
    case 'state':
      return { ...base, side: 'state', who: moves[body.to], text: '' }
    default:
      return null
  }
}

/** Whether an entry's attachments are the customer's to download. */
export const isCustomerEntry = ({ body }: TimelineEvent): boolean => body.kind === 'received' || body.kind === 'message'

const factsOf = ({ ticket }: RequestRows, { now }: Reading): RequestView['facts'] => [
  { label: 'Received', value: sayMoment(ticket.receivedAt, ticket.zone, now) },
  { label: 'By', value: channelRules[ticket.channel].name },
  { label: 'Asked by', value: ticket.requester.name ?? ticket.requester.email ?? ticket.requester.phone ?? 'Unknown' },
  { label: 'Server', value: serverWords[ticket.environment] },
  { label: 'We answer by', value: ticket.answerBy === 'email' ? 'E-mail' : 'Phone' },
]

/** One request as its customer sees it. */
export const presentRequest = (rows: RequestRows, reading: Reading): RequestView => ({
  number: rows.ticket.number,
  brief: rows.ticket.brief,
  priority: effectivePriority(rows.ticket),
  status: requestStatus(rows.ticket),
  promise: sayPromise(rows.ticket, reading.policy, reading.now, reading.clocksAreGoals),
  facts: factsOf(rows, reading),
  entries: rows.events.map((event) => entryOf(event, rows, reading)).filter((entry) => entry !== null),
})

/** One line of the list of requests. */
export const presentLine = (ticket: Ticket, { now, readerId }: Pick<Reading, 'now' | 'readerId'>): RequestLine => ({
  number: ticket.number,
  brief: ticket.brief,
  priority: effectivePriority(ticket),
  status: requestStatus(ticket),
  received: sayMoment(ticket.receivedAt, ticket.zone, now),
  lastActivity: sayMoment(ticket.lastActivityAt, ticket.zone, now),
  askedBy: ticket.contactId === readerId ? null : (ticket.requester.name ?? ticket.requester.email),
})
