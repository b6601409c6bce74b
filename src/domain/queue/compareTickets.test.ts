import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toInstant } from '../calendar/time'
import { environments, priorities } from '../ticket/ticket'
import { compareTickets } from './compareTickets'
import type { QueuedTicket } from './compareTickets'
import { isInQueue } from './isInQueue'
import { orderQueue } from './orderQueue'

const anyTicket: fc.Arbitrary<QueuedTicket> = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  number: fc.integer({ min: 1, max: 3 }),
  customerPriority: fc.constantFrom(...priorities),
  engineerPriority: fc.option(fc.constantFrom(...priorities), { nil: null }),
  productionDown: fc.boolean(),
  environment: fc.constantFrom(...environments),
  receivedAt: fc.integer({ min: 0, max: 3 }).map(toInstant),
})

const ticket = (id: string, changes: Partial<QueuedTicket>): QueuedTicket => ({
  id, number: 1, customerPriority: 'medium', engineerPriority: null, productionDown: false, receivedAt: toInstant(0), ...changes,
})
const order = (...tickets: readonly QueuedTicket[]): string => orderQueue(tickets).map((each) => each.id).join(' ')

describe('the order of the queue', () => {
  it('R51 puts Urgent before High before Medium before Low', () => {
    expect(order(...priorities.toReversed().map((priority) => ticket(priority, { customerPriority: priority })))).toBe('urgent high medium low')
  })

  it('R51 puts production down first within Urgent, later receipt or not, and nowhere else', () => {
    expect(order(ticket('slow', { customerPriority: 'urgent' }), ticket('down', { customerPriority: 'urgent', productionDown: true, receivedAt: toInstant(9) }))).toBe('down slow')
    expect(order(ticket('first', { receivedAt: toInstant(1) }), ticket('later', { productionDown: true, receivedAt: toInstant(2) }))).toBe('first later')
  })

  it('R49 goes by the engineer’s review, up and down', () => {
    expect(order(ticket('a', { customerPriority: 'urgent', engineerPriority: 'low' }), ticket('b', { engineerPriority: 'high' }))).toBe('b a')
  })

  it('R50 serves equals first come, first served by receipt, not by number', () => {
    expect(order(ticket('second', { number: 1, receivedAt: toInstant(2) }), ticket('first', { number: 2, receivedAt: toInstant(1) }))).toBe('first second')
  })

  it('R46 ranks an Urgent on a test server as High', () => {
    expect(order(ticket('test', { customerPriority: 'urgent', environment: 'test' }), ticket('real', { customerPriority: 'urgent', receivedAt: toInstant(5) }))).toBe('real test')
  })

  it('R51 is a total order: antisymmetric, transitive, and equal only for the same ticket', () => {
    fc.assert(
      fc.property(anyTicket, anyTicket, anyTicket, (a, b, c) => {
        expect(Math.sign(compareTickets(a, b))).toBe(0 - Math.sign(compareTickets(b, a)))
        const sorted = [a, b, c].toSorted(compareTickets)
        expect(sorted.every((each, index) => sorted.slice(index).every((later) => compareTickets(each, later) <= 0))).toBe(true)
        expect(compareTickets(a, b) === 0).toBe(compareTickets(a, { ...b, id: a.id }) === 0 && a.id === b.id)
      }),
      { numRuns: 3_000 },
    )
  })

  it('R51 gives every desk the same list whatever the order of arrival', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyTicket, { selector: (each) => each.id }), (tickets) => {
        expect(orderQueue(tickets.toReversed())).toEqual(orderQueue(tickets))
      }),
    )
  })

  it('R54 lists what is open or waiting', () => {
    expect((['open', 'waiting', 'resolved', 'closed'] as const).map((state) => isInQueue({ state }))).toEqual([true, true, false, false])
  })
})
