import type { Ticket } from '../ticket/ticket'

/** Whether a ticket still asks for something; held ones do too, since nothing is dropped (R31, R54). */
export const isInQueue = (ticket: Pick<Ticket, 'state'>): boolean => ticket.state === 'open' || ticket.state === 'waiting'
