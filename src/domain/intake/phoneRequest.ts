import type { NewTicketFacts } from '../ticket/newTicket'
import { holdCaller } from './holdCaller'
import { initialPriority } from './initialPriority'
import type { PhoneCommand } from './phoneCommand'
import type { PhoneContext } from './phoneContext'
import { receiptAtChannel } from './receiptAtChannel'

/** A logged call as the channel's request: everything of the new ticket but its number. */
export type PhoneRequest = Omit<NewTicketFacts, 'number' | 'paged' | 'review'> & { readonly review: NonNullable<NewTicketFacts['review']>; readonly held: string | null }

/**
 * What a logged call asks for (R18): received when the call began, to be answered by phone, with the channel's own value
 * as the customer's priority and the engineer's beside it (R49). `held` says why it is held (R31), or is null.
 */
export const phoneRequest = (args: PhoneCommand['args'], context: PhoneContext): PhoneRequest => {
  const { customerId, siteId, contactId, productionDown } = args
  const contact = contactId === null ? null : context.contact(contactId)
  const name = contact?.name ?? args.callerName.trim()
  const held = holdCaller(customerId, contact, context.at)
  return {
    id: args.ticketId,
    customerId,
    siteId,
    contactId,
    requester: { name: name === '' ? null : name, email: contact === null || contact.email === '' ? null : contact.email, phone: args.callbackNumber.trim() },
    zone: (siteId === null ? null : context.site(siteId)?.zone) ?? context.officeZone,
    channel: 'phone',
    brief: args.brief.trim(),
    receivedAt: receiptAtChannel('phone', context.at, args.startedAt),
    customerPriority: initialPriority('phone', null),
    review: { priority: initialPriority('phone', args.priority), productionDown },
    environment: args.environment,
    answerBy: 'phone',
    heldReason: held === null ? null : 'requesterNotAuthorized',
    held,
  }
}
