import { changedMeanwhile } from './changedMeanwhile'
import type { CommandHandler } from './commandHandler'

export const setPriority: CommandHandler<'setPriority'> = {
  check: async (room, ticket, args) =>
    args.priority === ticket.engineerPriority && args.productionDown === ticket.productionDown
      ? null
      : changedMeanwhile(room, ticket, { name: 'priority', kind: 'priority', says: 'priority' }),
}
