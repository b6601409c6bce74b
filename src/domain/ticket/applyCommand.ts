import { hearVoicemail } from '../intake/hearVoicemail'
import { acknowledge } from './acknowledge'
import { addNote } from './addNote'
import { claim } from './claim'
import { identify } from './identify'
import { logCall } from './logCall'
import { release } from './release'
import { releaseHold } from './releaseHold'
import { reply } from './reply'
import { setPriority } from './setPriority'
import { setState } from './setState'
import type { Ticket } from './ticket'
import type { CommandContext, CommandOutcome, TicketCommand } from './ticketCommand'

/**
 * What a command does to a ticket: the new row and its timeline entry, or a refusal that changes nothing. Pure, so
 * the backend decides with it and the desk shows unsent commands with it. `rev` is left as it is.
 */
export const applyCommand = (ticket: Ticket, command: TicketCommand, context: CommandContext): CommandOutcome => {
  switch (command.name) {
    case 'acknowledge':
      return acknowledge(ticket, command.args, context)
    case 'claim':
      return claim(ticket, command.args, context)
    case 'release':
      return release(ticket, command.args, context)
    case 'logCall':
      return logCall(ticket, command.args, context)
    case 'addNote':
      return addNote(ticket, command.args, context)
    case 'reply':
      return reply(ticket, command.args, context)
    case 'setPriority':
      return setPriority(ticket, command.args, context)
    case 'setState':
      return setState(ticket, command.args, context)
    case 'hearVoicemail':
      return hearVoicemail(ticket, command.args, context)
    case 'releaseHold':
      return releaseHold(ticket, command.args, context)
    case 'identify':
      return identify(ticket, command.args, context)
    default:
      return command satisfies never
  }
}
