import { z } from 'zod'
import type { Attachment } from '../../domain/ticket/attachment'
import { callOutcomes, channels, environments, priorities, ticketStates } from '../../domain/ticket/ticket'
import type { Ticket, TicketFact } from '../../domain/ticket/ticket'
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
