import { mutantsOf } from './mutant'

/** Breaks of the set of interruptions: R54, R55, R70. */
export const alertMutants = mutantsOf('alerts', [
  ['R54', 'isUnacknowledgedUrgent.ts', '  ticket.acknowledgedAt === null &&\n', '', 'goes on ringing after somebody has seen it'],
  ['R54', 'isUnacknowledgedUrgent.ts', '  ticket.heldReason === null &&\n', '', 'rings for a request that is held'],
  ['R55', 'wantedAlerts.ts', 'isUnacknowledgedUrgent(ticket) || isMyOwnPage', 'isMyOwnPage', 'tells nobody of a new Urgent'],
  ['R70', 'wantedAlerts.ts', ' || isMyOwnPage(ticket, me)', '', 'does not ring again for a ticket that I have'],
  ['R70', 'wantedAlerts.ts', 'ticket.assigneeId === me &&', 'ticket.assigneeId !== null &&', 'rings for a colleague’s ticket'],
  ['R70', 'wantedAlerts.ts', "  ticket.state === 'open' &&\n", '', 'goes on ringing for my own ticket when it is finished'],
  ['R70', 'wantedAlerts.ts', "  effectivePriority(ticket) === 'urgent' &&\n", '', 'goes on ringing for my own ticket when it is Urgent no more'],
])
