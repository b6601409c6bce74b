import type { Ticket } from './ticket'

/** Id of the ticket that carries on for this one, or null while it stands for itself (R50). */
export const mergedInto = ({ facts }: Pick<Ticket, 'facts'>): string | null => {
  const last = facts.findLast((fact) => fact.kind === 'mergedInto' || fact.kind === 'splitOff')
  return last?.kind === 'mergedInto' ? last.ticketId : null
}
