import type { TicketCommand, TicketCommandName } from './ticketCommand'

/** The arguments of a command by its name. */
export type ArgsOf<N extends TicketCommandName> = Extract<TicketCommand, { name: N }>['args']
