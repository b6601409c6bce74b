import { isInQueue } from '../queue/isInQueue'
import { absorbedReceipts } from './absorbedReceipts'
import { mergedInto } from './mergedInto'
import type { Ticket } from './ticket'
import type { CommandContext, Refusal } from './ticketCommand'

/**
 * Why one ticket may not be merged into another, or null when it may (R50). Nothing may get lost or quieter by a merge:
 * no chains, no other customer, no held or finished ticket, no mix of a test server with a real one (R46), and no ticket
 * out of the hands of a colleague.
 */
export const refuseMerge = (survivor: Ticket, absorbed: Ticket, { actor, engineerName }: CommandContext): Refusal | null => {
  const [into, from] = [`#${survivor.number}`, `#${absorbed.number}`]
  const invalid = (sentence: string): Refusal => ({ code: 'invalid', sentence })
  if (survivor.id === absorbed.id) return invalid('A ticket cannot be merged with itself. Choose another one.')
  if (mergedInto(absorbed) !== null) return invalid(`${from} is already merged into another ticket. Split it off there first.`)
  if (mergedInto(survivor) !== null) return invalid(`${into} is itself merged into another ticket. Choose that one instead.`)
  if (absorbedReceipts(absorbed).size > 0) return invalid(`Other tickets are merged into ${from}. Merge ${into} into ${from} instead, or split the others off first.`)
  for (const ticket of [survivor, absorbed]) {
    if (!isInQueue(ticket)) return { code: 'badTransition', sentence: `#${ticket.number} is ${ticket.state}. Only tickets that are open or waiting can be merged.` }
    if (ticket.heldReason !== null) return invalid(`#${ticket.number} is held, because its requester is not authorized. Release the hold first.`)
    if (ticket.customerId === null) return invalid(`Nobody knows yet whose ticket #${ticket.number} is. Match it to a customer first.`)
  }
  if (survivor.customerId !== absorbed.customerId) return invalid(`${from} belongs to another customer than ${into}. They stay two tickets.`)
  if ((survivor.environment === 'test') !== (absorbed.environment === 'test')) {
    return invalid('One of the two is about a test server and the other is not. They stay two tickets.')
  }
  const holder = absorbed.assigneeId
  if (holder !== null && holder !== actor.id && holder !== survivor.assigneeId) {
    return { code: 'alreadyClaimed', sentence: `${from} is claimed by ${engineerName(holder) ?? 'another engineer'}. Only they can merge it; ask them, or ask them to give it back.` }
  }
  return null
}
