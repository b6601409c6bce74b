import type { DeskCommand } from '../../protocol/commands/deskCommands'
import type { Mutation } from '../../protocol/commands/push'

/** The fields a command overwrites, whose change by somebody else in the meantime the backend must notice. */
const overwritten: { readonly [N in DeskCommand['name']]?: string } = { setPriority: 'priority', identify: 'customer' }

/** The revision of each overwritten field that the person was looking at (sync.md, Conflict rule per field). */
export const baseOf = (command: DeskCommand, rev: number): Mutation['base'] => {
  const field = overwritten[command.name]
  return field === undefined ? {} : { [field]: rev }
}
