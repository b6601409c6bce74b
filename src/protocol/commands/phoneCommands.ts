import { z } from 'zod'
import type { PhoneCommand } from '../../domain/intake/phoneCommand'
import { idShape, instantShape, typedText } from '../shapes'
import { environmentShape, priorityShape } from '../sync/ticketRows'

/** The argument schema of logging a live call as a ticket (R18), by name. */
export const phoneCommandArgs = {
  logPhoneTicket: z.object({
    ticketId: idShape,
    eventId: idShape,
    startedAt: instantShape,
    customerId: idShape.nullable(),
    siteId: idShape.nullable(),
    contactId: idShape.nullable(),
    callerName: z.string().trim().max(200),
    callbackNumber: typedText('The number to call back', 60),
    brief: typedText('The brief description', 200),
    text: z.string().trim().max(20_000),
    priority: priorityShape,
    productionDown: z.boolean(),
    environment: environmentShape,
    take: z.boolean(),
  }),
} satisfies { [N in PhoneCommand['name']]: z.ZodType<Extract<PhoneCommand, { name: N }>['args']> }
