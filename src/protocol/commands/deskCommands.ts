import { z } from 'zod'
import type { AccessCommand } from '../../domain/access/accessCommand'
import type { ContactCommand } from '../../domain/customer/contactCommand'
import type { PhoneCommand } from '../../domain/intake/phoneCommand'
import type { TicketCommand } from '../../domain/ticket/ticketCommand'
import { accessCommandArgs } from './accessCommands'
import { contactCommandArgs } from './contactCommands'
import { phoneCommandArgs } from './phoneCommands'
import { commandArgs } from './ticketCommands'

/** Everything a desk can send: what is done to a ticket, a call logged as a new one, what is decided on a request for access, and what is done for a contact. */
export type DeskCommand = TicketCommand | PhoneCommand | AccessCommand | ContactCommand

/** The argument schema of every command, by name. A command missing here cannot be sent. */
export const deskCommandArgs = { ...commandArgs, ...phoneCommandArgs, ...accessCommandArgs, ...contactCommandArgs }

/** Every command's name on the wire. */
export const deskCommandNames = Object.keys(deskCommandArgs) as readonly DeskCommand['name'][]

/** A command as it is checked on arrival and kept in the outbox: name and arguments agree. */
export const deskCommandShape = z.discriminatedUnion(
  'name',
  deskCommandNames.map((name) => z.object({ name: z.literal(name), args: deskCommandArgs[name] })) as never,
) as unknown as z.ZodType<DeskCommand, DeskCommand>

/** Whether a command is done to a ticket that is there. */
export const isTicketCommand = (command: DeskCommand): command is TicketCommand => Object.hasOwn(commandArgs, command.name)

/** Whether a command makes a new ticket. */
export const isPhoneCommand = (command: DeskCommand): command is PhoneCommand => Object.hasOwn(phoneCommandArgs, command.name)

/** Whether a command decides on a request for access. */
export const isAccessCommand = (command: DeskCommand): command is AccessCommand => Object.hasOwn(accessCommandArgs, command.name)

/** Whether a command is done for a contact. */
export const isContactCommand = (command: DeskCommand): command is ContactCommand => Object.hasOwn(contactCommandArgs, command.name)

/** The ticket a command is about, also one that it makes; null for what is about none. */
export const ticketOfCommand = ({ args }: DeskCommand): string | null => ('ticketId' in args ? args.ticketId : null)
