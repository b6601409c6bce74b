import type { Ticket } from '../../domain/ticket/ticket'

/** `#10042`, what people say on the phone; `number follows` while the backend has not numbered a logged call (R18). */
export const ticketLabel = ({ number }: Pick<Ticket, 'number'>): string => (number === 0 ? 'number follows' : `#${String(number)}`)
