import { z } from 'zod'
import type { AccessCommand } from '../../domain/access/accessCommand'
import type { TicketCommand } from '../../domain/ticket/ticketCommand'
import { accessCommandArgs } from './accessCommands'
import { commandArgs } from './ticketCommands'

/** Everything a desk can send: what is done to a ticket, and what is decided on a request for access. */
export type DeskCommand = TicketCommand | AccessCommand

/** The argument schema of every command, by name. A command missing here cannot be sent. */
export const deskCommandArgs = { ...commandArgs, ...accessCommandArgs }

/** Every command's name on the wire. */
export const deskCommandNames = Object.keys(deskCommandArgs) as readonly DeskCommand['name'][]

/** A command as it is checked on arrival and kept in the outbox: name and arguments agree. */
export const deskCommandShape = z.discriminatedUnion(
  'name',
  deskCommandNames.map((name) => z.object({ name: z.literal(name), args: deskCommandArgs[name] })) as never,
) as unknown as z.ZodType<DeskCommand, DeskCommand>

/** Whether a command is done to a ticket; if not, it decides on a request for access. */
export const isTicketCommand = (command: DeskCommand): command is TicketCommand => 'ticketId' in command.args
