import { fieldRules } from '../../domain/conflict/fieldRules'
import { changedMeanwhile } from './changedMeanwhile'
import type { CommandHandler } from './commandHandler'

export const setPriority: CommandHandler<'setPriority'> = {
  check: async (room, ticket, args) =>
    changedMeanwhile(room, ticket, fieldRules.setPriority, args.priority === ticket.engineerPriority && args.productionDown === ticket.productionDown),
}
