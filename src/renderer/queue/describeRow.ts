import { realMinutesBetween } from '../../domain/calendar/time'
import type { Instant, ZoneId } from '../../domain/calendar/time'
import { localTime, saySpan, zoneLetters } from '../../domain/calendar/sayTime'
import { callbackClock } from '../../domain/clocks/callbackClock'
import { nextClock } from '../../domain/clocks/nextClock'
import { sayClock } from '../../domain/clocks/sayClock'
import type { SaidClock } from '../../domain/clocks/sayClock'
import { firstStep } from '../../domain/intake/firstStep'
import type { Policy } from '../../domain/policy/policy'
import type { Priority } from '../../domain/ticket/ticket'
import { customerChosePriority } from '../../domain/triage/customerChosePriority'
import { effectivePriority } from '../../domain/triage/effectivePriority'
import type { QueueEntry } from '../cache/views/queueEntry'
import { channelNames } from '../ticket/channelNames'
import { priorityNames } from '../ticket/priorityNames'
import { ticketLabel } from '../ticket/ticketLabel'

/** Everything a row of the queue says. */
export interface RowWords {
  readonly priority: Priority
  /** The customer's own priority when an engineer made another of it (R49). */
  readonly customerSaid: Priority | null
  readonly down: boolean
  readonly age: string
  /** How long a voicemail has waited for somebody to listen, as an age; null when there is nothing to listen to (R17). */
  readonly unheard: string | null
  readonly customer: string
  /** `14:05 CT`: the customer's clock on the wall. */
  readonly localTime: string
  /** The promise that is due first, else how the callback ended; null while the policy is not known. */
  readonly clock: SaidClock | null
  /** Whether that promise still runs. */
  readonly clockOpen: boolean
  /** The row as one sentence for screen readers. */
  readonly spoken: string
}

interface RowContext {
  readonly now: Instant
  readonly policy: Policy | null
  /** The zone clocks are told in: the engineer's own. */
  readonly zone: ZoneId
}

const HOUR = 60
const DAY = 24 * HOUR

/** `now` for the first minute, then the age in its largest unit: a list is compared, not read. */
const sayAge = (from: Instant, now: Instant): string => {
  const minutes = Math.floor(realMinutesBetween(from, now))
  if (minutes < 1) return 'now'
  const unit = minutes < HOUR ? 1 : minutes < DAY ? HOUR : DAY
  return saySpan(minutes - (minutes % unit))
}

/** Turns a row of the queue into words at `now`. */
export function describeRow(entry: QueueEntry, { now, policy, zone }: RowContext): RowWords {
  const { ticket } = entry
  const priority = effectivePriority(ticket)
  const open = policy === null ? null : nextClock(ticket, policy, now)
  const clock = open ?? (policy === null ? null : callbackClock(ticket, policy, now))
  const said = clock === null ? null : sayClock(clock, zone, now)
  const unheard = firstStep(ticket, now)
  const customer = entry.customerName ?? ticket.requester.name ?? ticket.requester.email ?? ticket.requester.phone ?? 'Unknown caller'
  const words = {
    priority,
    customerSaid: priority === ticket.customerPriority || !customerChosePriority(ticket) ? null : ticket.customerPriority,
    down: ticket.productionDown && priority === 'urgent',
    age: sayAge(ticket.receivedAt, now),
    unheard: unheard === null ? null : sayAge(unheard.since, now),
    customer,
    localTime: `${localTime(now, ticket.zone)} ${zoneLetters(ticket.zone, now)}`,
    clock: said,
    clockOpen: open !== null,
  }
  const spoken = [
    priorityNames[priority],
    words.down ? 'production down' : null,
    words.customerSaid === null ? null : `customer said ${priorityNames[words.customerSaid]}`,
    words.unheard === null ? null : `voicemail not yet heard, ${words.unheard === 'now' ? 'just came' : `waiting ${words.unheard}`}`,
    ticket.number === 0 ? ticketLabel(ticket) : `number ${String(ticket.number)}`,
    ticket.brief,
    customer,
    entry.contract?.sentence ?? (ticket.customerId === null ? 'unidentified' : null),
    channelNames[ticket.channel],
    `received ${words.age === 'now' ? 'just now' : `${words.age} ago`}`,
    said?.text ?? null,
    entry.assigneeName === null ? 'unclaimed' : `claimed by ${entry.assigneeName}`,
    ticket.heldReason === null ? null : 'held: requester not authorized',
    ticket.state === 'waiting' ? 'waiting for the customer' : null,
    entry.pending ? 'not sent yet' : null,
  ]
  return { ...words, spoken: spoken.filter((part) => part !== null && part !== '').join(', ') }
}
