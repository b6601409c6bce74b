import { z } from 'zod'
import type { Attachment } from '../../domain/ticket/attachment'
import { callOutcomes, channels, environments, priorities, ticketStates } from '../../domain/ticket/ticket'
import type { Ticket, TicketFact } from '../../domain/ticket/ticket'
import type { TimelineBody, TimelineEvent } from '../../domain/ticket/timelineEvent'
import { idShape, instantShape, revShape, zoneShape } from '../shapes'

export const priorityShape = z.enum(priorities)
export const channelShape = z.enum(channels)
export const stateShape = z.enum(ticketStates)
export const callOutcomeShape = z.enum(callOutcomes)
export const environmentShape = z.enum(environments)

const factShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('assigned'), at: instantShape, engineerId: idShape, reason: z.string().exactOptional() }),
  z.object({ kind: z.literal('unassigned'), at: instantShape }),
  z.object({ kind: z.literal('released'), at: instantShape }),
  z.object({ kind: z.literal('call'), at: instantShape, outcome: callOutcomeShape }),
  z.object({ kind: z.literal('emailReply'), at: instantShape }),
  z.object({
    kind: z.literal('priority'),
    at: instantShape,
    priority: priorityShape,
    productionDown: z.boolean(),
    by: z.enum(['customer', 'engineer']),
  }),
  z.object({ kind: z.literal('paged'), at: instantShape }),
  z.object({ kind: z.literal('heard'), at: instantShape, engineerId: idShape }),
  z.object({ kind: z.literal('state'), at: instantShape, state: stateShape }),
  z.object({ kind: z.literal('merged'), at: instantShape, ticketId: idShape, receivedAt: instantShape }),
  z.object({ kind: z.literal('unmerged'), at: instantShape, ticketId: idShape }),
  z.object({ kind: z.literal('mergedInto'), at: instantShape, ticketId: idShape }),
  z.object({ kind: z.literal('splitOff'), at: instantShape, ticketId: idShape }),
  z.object({ kind: z.literal('followUp'), at: instantShape, id: idShape, due: instantShape, promisedBy: idShape }),
  z.object({ kind: z.literal('followUpKept'), at: instantShape, id: idShape }),
  z.object({ kind: z.literal('followUpDropped'), at: instantShape, id: idShape }),
]) satisfies z.ZodType<TicketFact>

/** The row of a ticket as every desk caches it. */
export const ticketRow = z.object({
  id: idShape,
  rev: revShape,
  number: z.int().positive(),
  customerId: idShape.nullable(),
  siteId: idShape.nullable(),
  contactId: idShape.nullable(),
  requester: z.object({ name: z.string().nullable(), email: z.string().nullable(), phone: z.string().nullable() }),
  zone: zoneShape,
  channel: channelShape,
  brief: z.string(),
  receivedAt: instantShape,
  customerPriority: priorityShape,
  engineerPriority: priorityShape.nullable(),
  productionDown: z.boolean(),
  environment: environmentShape,
  answerBy: z.enum(['phone', 'email']),
  state: stateShape,
  heldReason: z.enum(['requesterNotAuthorized']).nullable(),
  assigneeId: idShape.nullable(),
  acknowledgedAt: instantShape.nullable(),
  acknowledgedBy: idShape.nullable(),
  facts: z.array(factShape),
  unansweredSince: instantShape.nullable(),
  lastActivityAt: instantShape,
}) satisfies z.ZodType<Ticket>

const bodyShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('received'), channel: channelShape, priority: priorityShape, text: z.string() }),
  z.object({
    kind: z.literal('message'),
    direction: z.enum(['in', 'out']),
    via: z.enum(['portal', 'email', 'desk']),
    text: z.string(),
  }),
  z.object({ kind: z.literal('note'), text: z.string() }),
  z.object({
    kind: z.literal('call'),
    outcome: callOutcomeShape,
    number: z.string(),
    contactName: z.string(),
    text: z.string(),
    startedAt: instantShape,
    minutes: z.int().min(0),
  }),
  z.object({ kind: z.literal('acknowledged') }),
  z.object({ kind: z.literal('heard') }),
  z.object({ kind: z.literal('assigned'), engineerId: idShape, engineerName: z.string(), reason: z.string().exactOptional() }),
  z.object({ kind: z.literal('unassigned'), reason: z.string() }),
  z.object({
    kind: z.literal('priority'),
    by: z.enum(['customer', 'engineer']),
    from: priorityShape,
    to: priorityShape,
    productionDown: z.boolean(),
    reason: z.string(),
  }),
  z.object({ kind: z.literal('state'), from: stateShape, to: stateShape, reason: z.string() }),
  z.object({ kind: z.literal('page'), pageId: idShape.nullable(), paged: z.boolean(), sentence: z.string() }),
  z.object({ kind: z.literal('held'), reason: z.string() }),
  z.object({ kind: z.literal('released'), reason: z.string() }),
  z.object({ kind: z.literal('identified'), customerId: idShape, customerName: z.string() }),
  z.object({
    kind: z.literal('merged'),
    ticketId: idShape,
    number: z.int().positive(),
    from: priorityShape,
    to: priorityShape,
    productionDown: z.boolean(),
    reason: z.string(),
  }),
  z.object({ kind: z.enum(['unmerged', 'mergedInto', 'splitOff']), ticketId: idShape, number: z.int().positive(), reason: z.string() }),
  z.object({ kind: z.enum(['followUp', 'followUpKept']), followUpId: idShape, due: instantShape, text: z.string() }),
  z.object({ kind: z.literal('followUpDropped'), followUpId: idShape, due: instantShape, reason: z.string() }),
  z.object({ kind: z.literal('mail'), outcome: z.enum(['sent', 'kept', 'failed']), to: z.string(), detail: z.string() }),
]) satisfies z.ZodType<TimelineBody>

/** One entry of a timeline. */
export const timelineEventRow = z.object({
  id: idShape,
  rev: revShape,
  ticketId: idShape,
  at: instantShape,
  actor: z.object({
    kind: z.enum(['engineer', 'customer', 'system']),
    id: idShape.nullable(),
    name: z.string(),
  }),
  body: bodyShape,
}) satisfies z.ZodType<TimelineEvent>

/** What is known of a file; its bytes are at `GET /api/attachments/:id`. */
export const attachmentRow = z.object({
  id: idShape,
  rev: revShape,
  ticketId: idShape,
  eventId: idShape,
  name: z.string(),
  mediaType: z.string(),
  size: z.int().min(0),
  sha256: z.string(),
  createdAt: instantShape,
}) satisfies z.ZodType<Attachment>
