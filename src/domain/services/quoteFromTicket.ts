import type { Ticket } from '../ticket/ticket'
import { stepRefused } from './advanced'
import type { ProjectItem } from './project'
import type { ProjectContext, ProjectOutcome } from './projectStep'
import { requestQuote } from './requestQuote'

/**
 * Directs a customer to their Account Manager in one action: a quote request that carries the ticket's words and stays
 * linked to it (R88, R90). The ticket itself stays where it is, with HelpDesk (R4). Refused while nobody knows whose it is.
 */
export const quoteFromTicket = (
  ticket: Pick<Ticket, 'id' | 'number' | 'customerId' | 'brief'>,
  items: readonly ProjectItem[],
  ids: { readonly id: string; readonly eventId: string },
  context: Pick<ProjectContext, 'at' | 'actor'>,
): ProjectOutcome =>
  ticket.customerId === null
    ? stepRefused('notYet', 'R88', 'Match this ticket to a customer first: only then is it known which Account Manager to ask.')
    : requestQuote({ ...ids, customerId: ticket.customerId, ticketId: ticket.id, items, note: `From ticket #${ticket.number}: ${ticket.brief}` }, context)
