import { z } from 'zod'
import type { TicketCommand } from '../../domain/ticket/ticketCommand'
import { idShape, instantShape, typedText } from '../shapes'
import { callOutcomeShape, priorityShape, stateShape } from '../sync/ticketRows'

const onTicket = { ticketId: idShape, eventId: idShape }
const reason = typedText('The reason', 2_000)

/** The argument schema of everything done to a ticket, by name. */
export const commandArgs = {
  acknowledge: z.object(onTicket),
  claim: z.object({ ...onTicket, reason: z.string().trim().max(2_000).exactOptional() }),
  release: z.object({ ...onTicket, reason }),
  logCall: z.object({
    ...onTicket,
    outcome: callOutcomeShape,
    number: typedText('The number', 60),
    contactName: z.string().trim().max(200),
    text: z.string().trim().max(20_000),
    startedAt: instantShape,
    minutes: z.int().min(0).max(1_440),
  }),
  addNote: z.object({ ...onTicket, text: typedText('The note', 100_000) }),
  reply: z.object({ ...onTicket, text: typedText('The reply', 100_000) }),
  setPriority: z.object({ ...onTicket, priority: priorityShape, productionDown: z.boolean(), reason }),
  setState: z.object({ ...onTicket, state: stateShape, reason: z.string().trim().max(2_000) }),
  hearVoicemail: z.object(onTicket),
  releaseHold: z.object({ ...onTicket, reason }),
  identify: z.object({ ...onTicket, customerId: idShape, siteId: idShape, contactId: idShape.nullable() }),
} satisfies { [N in TicketCommand['name']]: z.ZodType<Extract<TicketCommand, { name: N }>['args']> }

export type CommandName = keyof typeof commandArgs

export const commandNames = Object.keys(commandArgs) as readonly CommandName[]
