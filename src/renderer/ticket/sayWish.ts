import type { DeskCommand } from '../../protocol/commands/deskCommands'
import { outcomeNames } from './outcomeNames'
import { priorityNames } from './priorityNames'
import { stateNames } from './stateNames'

/** What a command was to change, in a few words beside what stands instead; null when its name says it all. */
export function sayWish(command: DeskCommand): string | null {
  switch (command.name) {
    case 'setPriority':
      return `${priorityNames[command.args.priority]}${command.args.productionDown ? ', production down' : ''}`
    case 'setState':
      return stateNames[command.args.state]
    case 'logCall':
      return outcomeNames[command.args.outcome].name
    default:
      return null
  }
}
