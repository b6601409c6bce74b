import { effectivePriority } from '../triage/effectivePriority'
import { applied, refused, unchanged } from './applied'
import type { ArgsOf } from './argsOf'
import type { Ticket } from './ticket'
import type { CommandContext, CommandOutcome } from './ticketCommand'

/**
 * The engineer's review of the priority, with who, when and why (R49); the customer's own value stays. Setting what
 * is set already changes nothing. Never pages by itself (R71).
 */
export const setPriority = (ticket: Ticket, args: ArgsOf<'setPriority'>, context: CommandContext): CommandOutcome => {
  const { priority } = args
  if (priority === 'urgent' && ticket.environment === 'test') {
    return refused('invalid', 'A test server is never Urgent: Urgent means that faxing on a production server has stopped. Choose High or lower.')
  }
  if (args.productionDown && priority !== 'urgent') {
    return refused('invalid', 'Production down goes with Urgent only. Choose Urgent, or take the production-down mark off.')
  }
  const reason = args.reason.trim()
  if (reason === '') return refused('invalid', 'Please give a reason for the priority, so that everybody can follow the review.')
  if (ticket.engineerPriority === priority && ticket.productionDown === args.productionDown) return unchanged(ticket)
  const { productionDown } = args
  return applied(ticket, context, {
    fields: { engineerPriority: priority, productionDown },
    facts: [{ kind: 'priority', at: context.at, priority, productionDown, by: 'engineer' }],
    event: {
      id: args.eventId,
      body: { kind: 'priority', by: 'engineer', from: effectivePriority(ticket), to: priority, productionDown, reason },
    },
  })
}
