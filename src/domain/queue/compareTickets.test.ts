import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toInstant } from '../calendar/time'
import { environments, priorities } from '../ticket/ticket'
import type { TicketFact } from '../ticket/ticket'
import { compareTickets } from './compareTickets'
import type { QueuedTicket } from './compareTickets'
import { isInQueue } from './isInQueue'
import { orderQueue } from './orderQueue'

const anyMoment = fc.integer({ min: 0, max: 4 }).map(toInstant)
/** What the order has to look through: merges, and re-prioritizing that moves nothing. */
const anyFact: fc.Arbitrary<TicketFact> = fc.oneof(
  fc.record({ kind: fc.constant('merged' as const), at: anyMoment, ticketId: fc.constantFrom('x', 'y'), receivedAt: anyMoment }),
  fc.record({ kind: fc.constant('unmerged' as const), at: anyMoment, ticketId: fc.constantFrom('x', 'y') }),
  fc.record({ kind: fc.constant('priority' as const), at: anyMoment, priority: fc.constantFrom(...priorities), productionDown: fc.boolean(), by: fc.constantFrom('customer' as const, 'engineer' as const) }),
)
const anyTicketOf = (receivedAt: fc.Arbitrary<ReturnType<typeof toInstant>>): fc.Arbitrary<QueuedTicket> =>
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    number: fc.integer({ min: 1, max: 3 }),
    customerPriority: fc.constantFrom(...priorities),
    engineerPriority: fc.option(fc.constantFrom(...priorities), { nil: null }),
    productionDown: fc.boolean(),
    environment: fc.constantFrom(...environments),
    receivedAt,
    facts: fc.array(anyFact, { maxLength: 3 }),
  })
const anyTicket = anyTicketOf(anyMoment)
const severalOf = (each: fc.Arbitrary<QueuedTicket>): fc.Arbitrary<QueuedTicket[]> => fc.uniqueArray(each, { selector: (one) => one.id, maxLength: 8 })

const ticket = (id: string, changes: Partial<QueuedTicket>): QueuedTicket => ({
  id, number: 1, customerPriority: 'medium', engineerPriority: null, productionDown: false, receivedAt: toInstant(0), facts: [], ...changes,
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

  it('R50 takes two of one moment by their number, then by their id', () => {
    expect(order(ticket('a', { number: 2 }), ticket('c', { number: 1 }), ticket('b', { number: 1 }))).toBe('b c a')
  })

  it('R46 ranks an Urgent on a test server as High', () => {
    expect(order(ticket('test', { customerPriority: 'urgent', environment: 'test' }), ticket('real', { customerPriority: 'urgent', receivedAt: toInstant(5) }))).toBe('real test')
  })

  it('R50 serves merged tickets by the earliest receipt among them', () => {
    const merged = ticket('merged', { receivedAt: toInstant(5), facts: [{ kind: 'merged', at: toInstant(6), ticketId: 'absorbed', receivedAt: toInstant(1) }] })
    expect(order(ticket('between', { receivedAt: toInstant(3) }), merged)).toBe('merged between')
    expect(order(ticket('between', { receivedAt: toInstant(3) }), { ...merged, facts: [...merged.facts, { kind: 'unmerged', at: toInstant(7), ticketId: 'absorbed' }] })).toBe('between merged')
  })

  it('R50 R51 is a total order: antisymmetric, transitive, and equal only for the same ticket', () => {
    fc.assert(
      fc.property(anyTicket, anyTicket, anyTicket, (a, b, c) => {
        expect(Math.sign(compareTickets(a, b))).toBe(0 - Math.sign(compareTickets(b, a)))
        const [ab, bc, ac] = [compareTickets(a, b), compareTickets(b, c), compareTickets(a, c)]
        expect(ab > 0 || bc > 0 || ac <= 0).toBe(true)
        expect(ab === 0 && a.id !== b.id).toBe(false)
        expect(compareTickets(a, { ...a })).toBe(0)
      }),
      { numRuns: 5_000 },
    )
  })

  it('R50 R51 gives every desk the same list, whatever the order of arrival', () => {
    const arrivals = severalOf(anyTicket).chain((tickets) => fc.tuple(fc.constant(tickets), fc.shuffledSubarray(tickets, { minLength: tickets.length })))
    fc.assert(
      fc.property(arrivals, ([tickets, shuffled]) => {
        expect(orderQueue(shuffled)).toEqual(orderQueue(tickets))
      }),
      { numRuns: 1_000 },
    )
  })

  it('R50 R51 orders fast exactly as comparing one by one does, over hours and over more years than fit one number', () => {
    const spans = fc.constantFrom(4, 100_000, 8_000_000_000_000_000).map((max) => fc.integer({ min: 0, max }).map(toInstant))
    fc.assert(
      fc.property(spans.chain((moment) => severalOf(anyTicketOf(moment))), (tickets) => {
        const given = [...tickets]
        expect(orderQueue(tickets)).toEqual(tickets.toSorted(compareTickets))
        expect(tickets).toEqual(given)
      }),
      { numRuns: 1_000 },
    )
    expect(orderQueue([])).toEqual([])
  })

  it('R54 lists what is open or waiting', () => {
    expect((['open', 'waiting', 'resolved', 'closed'] as const).map((state) => isInQueue({ state }))).toEqual([true, true, false, false])
  })
})
