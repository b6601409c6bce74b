import { applied, refused, unchanged } from './applied'
import type { ArgsOf } from './argsOf'
import type { Ticket } from './ticket'
import type { CommandContext, CommandOutcome } from './ticketCommand'

/** Ties a ticket to an account by hand (R16). The site's zone becomes the ticket's, so its clocks move with it (R25). */
export const identify = (ticket: Ticket, args: ArgsOf<'identify'>, context: CommandContext): CommandOutcome => {
  const site = context.site(args.siteId)
  if (site === null) return refused('invalid', 'This site is not on file any more. Choose another one.')
  if (site.customerId !== args.customerId) return refused('invalid', `This site belongs to ${site.customerName}, not to the chosen customer. Choose again.`)
  const { customerId, siteId, contactId } = args
  if (ticket.customerId === customerId && ticket.siteId === siteId && ticket.contactId === contactId) return unchanged(ticket)
  return applied(ticket, context, {
    fields: { customerId, siteId, contactId, zone: site.zone },
    event: { id: args.eventId, body: { kind: 'identified', customerId, customerName: site.customerName } },
  })
}
