import { isAccessCommand, isContactCommand, isPhoneCommand } from '../../protocol/commands/deskCommands'
import type { DeskCommand } from '../../protocol/commands/deskCommands'
import { runAccessCommand } from '../access/runAccessCommand'
import type { BackendContext } from '../context'
import type { Queries, Touched } from '../db/database'
import type { CommandRefusal } from './commandHandler'
import { runCommand } from './runCommand'
import type { CommandRequest } from './runCommand'
import { runContactCommand } from './runContactCommand'
import { runPhoneCommand } from './runPhoneCommand'

/** Carries out one command, whatever it is about, inside a transaction; answers a refusal, having written nothing, or null. */
export const runDeskCommand = async (context: BackendContext, tx: Queries, touched: Touched, command: DeskCommand, request: CommandRequest): Promise<CommandRefusal | null> => {
  if (isPhoneCommand(command)) return runPhoneCommand(context, tx, touched, command, request)
  if (isContactCommand(command)) return runContactCommand(context, tx, touched, command, request)
  return isAccessCommand(command) ? runAccessCommand(context, tx, touched, command, request) : runCommand(context, tx, touched, command, request)
}
