import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addRealMinutes } from '../calendar/time'
import type { Instant } from '../calendar/time'
import { by, exampleTicket, wall } from '../fixtures/examples'
import { applyCommand } from '../ticket/applyCommand'
import { mergeTickets } from '../ticket/mergeTickets'
import { priorities } from '../ticket/ticket'
import type { Priority, Ticket } from '../ticket/ticket'
import type { TicketCommand } from '../ticket/ticketCommand'
import { fairness } from './fairness'
import { overtaken } from './overtaken'
import { isPassedOver, standing } from './standing'
import { standingAt } from './standingAt'

const ten = wall('2026-11-24T10:00')
const at = (minutes: number): Instant => addRealMinutes(ten, minutes)
const day = { from: at(-600), to: at(600) }
const ticket = (id: string, received: number, customerPriority: Priority = 'medium', brief = 'Faxes arrive late'): Ticket =>
  exampleTicket({ id, number: 10_000 + received, receivedAt: at(received), customerPriority, brief })

const run = (before: Ticket, minutes: number, command: TicketCommand, engineer = 'priya'): Ticket => {
  const outcome = applyCommand(before, command, by(engineer, at(minutes)))
  return outcome.ok ? outcome.ticket : before
}
const ids = (before: Ticket): { readonly ticketId: string; readonly eventId: string } => ({ ticketId: before.id, eventId: 'event' })
const claim = (before: Ticket, minutes: number, reason?: string): Ticket => run(before, minutes, { name: 'claim', args: { ...ids(before), ...(reason === undefined ? {} : { reason }) } })
const release = (before: Ticket, minutes: number): Ticket => run(before, minutes, { name: 'release', args: { ...ids(before), reason: 'r' } })
const setPriority = (before: Ticket, minutes: number, priority: Priority, productionDown = false): Ticket =>
  run(before, minutes, { name: 'setPriority', args: { ...ids(before), priority, productionDown, reason: 'r' } })
const setState = (before: Ticket, minutes: number, state: Ticket['state']): Ticket => run(before, minutes, { name: 'setState', args: { ...ids(before), state, reason: '' } })
const passedOver = (...tickets: readonly Ticket[]): readonly (readonly string[])[] => fairness(tickets, day).inversions.map((each) => [each.ticketId, ...each.overtakenIds])

describe('R50 who would be passed over', () => {
  const over = (taken: Ticket, ...queue: readonly Ticket[]): string => overtaken(taken, [taken, ...queue]).map((each) => each.id).join(' ')

  it('R50 those of the same priority that came earlier, in order of their turn', () => {
    expect(over(ticket('taken', 30), ticket('second', 20), ticket('first', 10), ticket('later', 40), ticket('high', 5, 'high'), ticket('low', 5, 'low'))).toBe('first second')
    expect(over(ticket('taken', 10), ticket('same-moment', 10))).toBe('')
  })

  it('R50 nobody who is held, taken, waiting for the customer or finished', () => {
    const free = ticket('other', 0)
    expect(over(ticket('taken', 30), free)).toBe('other')
    const busy: readonly Partial<Ticket>[] = [{ heldReason: 'requesterNotAuthorized' }, { assigneeId: 'miguel' }, { state: 'waiting' }, { state: 'resolved' }, { state: 'closed' }]
    for (const row of busy) expect(over(ticket('taken', 30), { ...free, ...row })).toBe('')
  })

  it('R51 within Urgent, production down goes first whenever it came', () => {
    const down = ticket('down', 40, 'urgent', 'Server down')
    expect(over(ticket('taken', 30, 'urgent'), down)).toBe('down')
    expect(over(down, ticket('slow', 0, 'urgent'))).toBe('')
  })
})

describe('R50 the fairness of the picks', () => {
  it('R50 counts picks, and finds the one out of turn with its reason', () => {
    const [first, second, third] = [ticket('first', 0), ticket('second', 10), ticket('third', 20)]
    expect(fairness([claim(first, 30), claim(second, 31), claim(third, 32)], day)).toEqual({ picks: 3, inversions: [], unexplained: 0 })
    const result = fairness([claim(first, 40), claim(second, 35), claim(third, 30, ' Same fault as my last one ')], day)
    expect(result).toEqual({
      picks: 3,
      unexplained: 1,
      inversions: [
        { ticketId: 'third', engineerId: 'priya', at: at(30), overtakenIds: ['first', 'second'], reason: 'Same fault as my last one' },
        { ticketId: 'second', engineerId: 'priya', at: at(35), overtakenIds: ['first'], reason: null },
      ],
    })
  })

  it('R50 never refuses a claim for being out of turn, with or without a reason', () => {
    expect(claim(ticket('third', 20), 30).assigneeId).toBe('priya')
    expect(claim(ticket('third', 20), 30, '  ').facts.at(-1)).toEqual({ kind: 'assigned', at: at(30), engineerId: 'priya' })
  })

  it('R50 judges each pick by how things stood then, not by how they stand now', () => {
    expect(passedOver(ticket('came-later', 35), claim(ticket('taken', 30), 33))).toEqual([])
    expect(passedOver(setPriority(ticket('raised-after', 0, 'low'), 40, 'medium'), claim(ticket('taken', 10), 30))).toEqual([])
    expect(passedOver(setPriority(ticket('raised-before', 0, 'low'), 20, 'medium'), claim(ticket('taken', 10), 30))).toEqual([['taken', 'raised-before']])
    expect(passedOver(setPriority(ticket('lowered-after', 0), 40, 'low'), claim(ticket('taken', 10), 30))).toEqual([['taken', 'lowered-after']])
    expect(passedOver(setState(ticket('answered-later', 0), 20, 'waiting'), claim(ticket('taken', 10), 30))).toEqual([])
    expect(passedOver(setState(setState(ticket('back', 0), 20, 'waiting'), 25, 'open'), claim(ticket('taken', 10), 30))).toEqual([['taken', 'back']])
    expect(passedOver(release(claim(ticket('given-back', 0), 20), 25), claim(ticket('taken', 10), 30))).toEqual([['taken', 'given-back']])
    expect(passedOver(claim(ticket('same-moment', 0), 30), claim(ticket('taken', 10), 30))).toEqual([])
  })

  it('R31 a held ticket waits for an engineer only from its release on', () => {
    const held: Ticket = { ...ticket('held', 0), heldReason: 'requesterNotAuthorized' }
    const released = (minutes: number): Ticket => run(held, minutes, { name: 'releaseHold', args: { ...ids(held), reason: 'Confirmed' } })
    expect(passedOver(held, claim(ticket('taken', 10), 30))).toEqual([])
    expect(passedOver(released(40), claim(ticket('taken', 10), 30))).toEqual([])
    expect(passedOver(released(20), claim(ticket('taken', 10), 30))).toEqual([['taken', 'held']])
  })

  it('R50 a merged ticket waits since the earliest receipt from the merge on, and its partner no more', () => {
    const outcome = mergeTickets(ticket('survivor', 15), ticket('absorbed', 0), { survivorEventId: 'e1', absorbedEventId: 'e2', reason: '' }, by('miguel', at(20)))
    const pair = outcome.ok ? [outcome.survivor.ticket, outcome.absorbed.ticket] : []
    expect(passedOver(...pair, claim(ticket('taken', 10), 30))).toEqual([['taken', 'survivor']])
    expect(passedOver(...pair, claim(ticket('taken', 10), 19))).toEqual([['taken', 'absorbed']])
  })

  it('R50 looks at the picks of [from, to) only, but at everything that led to them', () => {
    const tickets = [ticket('first', 0), claim(ticket('taken', 10), 30)]
    const found = (from: number, to: number): number => fairness(tickets, { from: at(from), to: at(to) }).inversions.length
    expect([found(30, 31), found(29, 30), found(31, 60)]).toEqual([1, 0, 0])
  })

  it('R50 finds what looking at every ticket at every pick finds, in any order of the tickets', () => {
    const step = fc.record({ who: fc.nat(5), minutes: fc.integer({ min: 6, max: 40 }), what: fc.constantFrom('claim', 'release', 'raise', 'wait', 'open') })
    const story = fc.tuple(fc.array(fc.tuple(fc.nat(6), fc.constantFrom(...priorities)), { minLength: 2, maxLength: 6 }), fc.array(step, { maxLength: 25 }))
    fc.assert(
      fc.property(story, ([received, steps]) => {
        const tickets = received.map(([minutes, priority], index) => ticket(`t${index}`, minutes, priority))
        for (const { who, minutes, what } of steps.toSorted((a, b) => a.minutes - b.minutes)) {
          const index = who % tickets.length
          const before = tickets[index]
          if (before === undefined) continue
          if (what === 'claim') tickets[index] = claim(before, minutes)
          else if (what === 'release') tickets[index] = release(before, minutes)
          else if (what === 'raise') tickets[index] = setPriority(before, minutes, 'urgent', minutes % 2 === 0)
          else tickets[index] = setState(before, minutes, what === 'wait' ? 'waiting' : 'open')
        }
        const expected = tickets
          .flatMap((each) => each.facts.flatMap((fact) => (fact.kind === 'assigned' ? [{ id: each.id, at: fact.at, taken: standingAt(each, fact.at) }] : [])))
          .flatMap(({ id, at: moment, taken }) => {
            const over = tickets.filter((other) => {
              const then = standingAt(other, moment)
              return other.id !== id && taken !== null && then !== null && isPassedOver(then, taken)
            })
            return over.length === 0 ? [] : [`${moment} ${id} ${over.map((other) => other.id).toSorted().join(' ')}`]
          })
        const say = (of: readonly Ticket[]): string[] => fairness(of, day).inversions.map((each) => `${each.at} ${each.ticketId} ${each.overtakenIds.toSorted().join(' ')}`)
        expect(say(tickets).toSorted()).toEqual(expected.toSorted())
        expect(fairness(tickets.toReversed(), day)).toEqual(fairness(tickets, day))
        for (const each of tickets) expect(standingAt(each, at(60))).toEqual(standing(each))
      }),
      { numRuns: 150 },
    )
  })
})
