import type { Ticket } from '../ticket/ticket'
import { compareTickets } from './compareTickets'
import type { QueuedTicket } from './compareTickets'

/** A new list in queue order (R50, R51). */
export const orderQueue = <T extends QueuedTicket>(tickets: readonly T[]): T[] => tickets.toSorted(compareTickets)

/** Whether a ticket is in the list that every engineer sees (R54): open, or waiting for the customer. */
export const isInQueue = (ticket: Pick<Ticket, 'state'>): boolean => ticket.state === 'open' || ticket.state === 'waiting'
