import type { TicketCommand } from '../../domain/ticket/ticketCommand'
import type { Mutation } from '../../protocol/commands/push'

/** The fields a command overwrites, whose change by somebody else in the meantime the backend must notice. */
const overwritten: { readonly [N in TicketCommand['name']]?: string } = { setPriority: 'priority', identify: 'customer' }

/** The revision of each overwritten field that the person was looking at (sync.md, Conflict rule per field). */
export const baseOf = (command: TicketCommand, rev: number): Mutation['base'] => {
  const field = overwritten[command.name]
  return field === undefined ? {} : { [field]: rev }
}
