import { compareTickets } from './compareTickets'
import type { QueuedTicket } from './compareTickets'

/** A new list in queue order (R50, R51). */
export const orderQueue = <T extends QueuedTicket>(tickets: readonly T[]): T[] => tickets.toSorted(compareTickets)
