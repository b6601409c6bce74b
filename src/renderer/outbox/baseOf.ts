import { fieldRules } from '../../domain/conflict/fieldRules'
import type { DeskCommand } from '../../protocol/commands/deskCommands'
import type { Mutation } from '../../protocol/commands/push'

/** The revision of the three-way field that the person was looking at, for commands that overwrite one (P7). */
export const baseOf = (command: DeskCommand, rev: number): Mutation['base'] => {
  const { field, rule } = fieldRules[command.name]
  return rule === 'threeWay' ? { [field]: rev } : {}
}
