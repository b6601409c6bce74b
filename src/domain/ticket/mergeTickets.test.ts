import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wantedAlerts } from '../alerts/wantedAlerts'
import { by, examplePolicy, exampleTicket, wall } from '../fixtures/examples'
import { compareTickets, urgencyRank } from '../queue/compareTickets'
import { orderQueue } from '../queue/orderQueue'
import { followUpsOf } from './followUpsOf'
import { mergedInto } from './mergedInto'
import { mergeTickets } from './mergeTickets'
import type { PairOutcome } from './mergeTickets'
import { receiptOf } from './receiptOf'
import { reply } from './reply'
import { setState } from './setState'
import { environments, priorities } from './ticket'
import type { Ticket } from './ticket'
import { unmergeTickets } from './unmergeTickets'

const at = (time: string): ReturnType<typeof wall> => wall(`2026-11-24T${time}`)
const priya = by('priya', at('14:02'))
const args = { survivorEventId: 'event-1', absorbedEventId: 'event-2', reason: 'Same fault' }
const survivor = (row: Partial<Ticket> = {}): Ticket => exampleTicket({}, row)
/** Came half an hour before the survivor. */
const absorbed = (row: Partial<Ticket> = {}): Ticket => exampleTicket({ id: 'ticket-2', number: 10_043, receivedAt: at('09:30') }, row)
const done = (outcome: PairOutcome): Extract<PairOutcome, { ok: true }> => {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.sentence}`)
  return outcome
}
const merge = (into: Ticket, from: Ticket): Extract<PairOutcome, { ok: true }> => done(mergeTickets(into, from, args, priya))
const refusal = (into: Ticket, from: Ticket): string => {
  const outcome = mergeTickets(into, from, args, priya)
  return outcome.ok ? 'merged' : outcome.refusal.sentence
}

describe('merging two tickets', () => {
  it('R50 the survivor goes by the earliest receipt, its own row field stays, and the absorbed one is closed', () => {
    const merged = merge(survivor(), absorbed({ unansweredSince: at('11:00') }))
    expect(receiptOf(merged.survivor.ticket)).toBe(at('09:30'))
    expect(merged.survivor.ticket).toMatchObject({ receivedAt: at('10:00'), unansweredSince: at('11:00'), state: 'open' })
    expect(merged.absorbed.ticket).toMatchObject({ state: 'closed', unansweredSince: null })
    expect(mergedInto(merged.absorbed.ticket)).toBe('ticket-1')
    const between = exampleTicket({ id: 'ticket-3', receivedAt: at('09:45') })
    expect(orderQueue([between, merged.survivor.ticket]).map((each) => each.id)).toEqual(['ticket-1', 'ticket-3'])
  })

  it('R50 leaves an entry on both, each naming the other', () => {
    const merged = merge(survivor(), absorbed())
    expect(merged.survivor.event).toEqual({
      id: 'event-1', at: at('14:02'),
      body: { kind: 'merged', ticketId: 'ticket-2', number: 10_043, from: 'medium', to: 'medium', productionDown: false, reason: 'Same fault' },
    })
    expect(merged.absorbed.event?.body).toEqual({ kind: 'mergedInto', ticketId: 'ticket-1', number: 10_042, reason: 'Same fault' })
  })

  it('R49 R51 takes the more pressing priority as the engineer’s, and leaves the customer’s alone', () => {
    const down = absorbed({ customerPriority: 'urgent', productionDown: true })
    const merged = merge(survivor(), down)
    expect(merged.survivor.ticket).toMatchObject({ customerPriority: 'medium', engineerPriority: 'urgent', productionDown: true })
    expect(merged.survivor.ticket.facts).toContainEqual({ kind: 'priority', at: at('14:02'), priority: 'urgent', productionDown: true, by: 'engineer' })
    expect(merge(survivor({ customerPriority: 'urgent' }), absorbed()).survivor.ticket).toMatchObject({ customerPriority: 'urgent', engineerPriority: null })
  })

  it('R50 R51 never puts the survivor further back, nor its partner’s request', () => {
    const any = fc.record({
      customerPriority: fc.constantFrom(...priorities), engineerPriority: fc.option(fc.constantFrom(...priorities), { nil: null }), productionDown: fc.boolean(),
      receivedAt: fc.constantFrom(at('09:00'), at('09:30'), at('10:00'), at('10:30')), environment: fc.constantFrom(...environments),
    })
    fc.assert(
      fc.property(any, any, (a, b) => {
        const [into, from] = [survivor(a), absorbed(b)]
        const outcome = mergeTickets(into, from, args, priya)
        expect(outcome.ok).toBe((a.environment === 'test') === (b.environment === 'test'))
        if (!outcome.ok) return
        expect(urgencyRank(outcome.survivor.ticket)).toBe(Math.min(urgencyRank(into), urgencyRank(from)))
        expect(compareTickets(outcome.survivor.ticket, into)).toBeLessThanOrEqual(0)
        expect(compareTickets(outcome.survivor.ticket, { ...from, number: into.number, id: into.id })).toBeLessThanOrEqual(0)
      }),
      { numRuns: 1_000 },
    )
  })

  it('R70 an unacknowledged page of the absorbed ticket goes on ringing, also for the one who has the survivor', () => {
    const alertsOf = (me: string, ticket: Ticket): number => wantedAlerts({ tickets: [ticket], customers: new Map(), policy: examplePolicy(), now: at('14:03'), me }).length
    const paged = absorbed({ customerPriority: 'urgent', facts: [...absorbed().facts, { kind: 'paged', at: at('13:50') }] })
    expect(alertsOf('miguel', merge(survivor({ acknowledgedAt: at('13:00'), acknowledgedBy: 'priya' }), paged).survivor.ticket)).toBe(1)
    const taken = survivor({ assigneeId: 'miguel', acknowledgedAt: at('13:00'), acknowledgedBy: 'miguel', facts: [{ kind: 'assigned', at: at('13:00'), engineerId: 'miguel' }] })
    expect(alertsOf('miguel', merge(taken, paged).survivor.ticket)).toBe(1)
    expect(alertsOf('miguel', merge(taken, { ...paged, acknowledgedAt: at('13:55'), acknowledgedBy: 'priya' }).survivor.ticket)).toBe(0)
  })

  it('R64 the promise of a page goes on from its own moment until somebody spoke with the customer', () => {
    const pages = [{ kind: 'paged', at: at('13:40') }, { kind: 'paged', at: at('13:50') }] as const
    const pagedAt = (ticket: Ticket): readonly number[] => merge(survivor(), ticket).survivor.ticket.facts.filter((fact) => fact.kind === 'paged').map((fact) => fact.at)
    expect(pagedAt(absorbed({ facts: pages }))).toEqual([at('13:40')])
    expect(pagedAt(absorbed({ facts: [...pages, { kind: 'call', at: at('13:55'), outcome: 'noAnswer' }] }))).toEqual([at('13:40')])
    expect(pagedAt(absorbed({ facts: [...pages, { kind: 'call', at: at('13:55'), outcome: 'reached' }] }))).toEqual([])
  })

  it('R60 R66 R67 takes over the telephone, the oldest unanswered message, our turn, and the promises to come back', () => {
    const promise = { kind: 'followUp', at: at('11:00'), id: 'f1', due: at('16:00'), promisedBy: 'miguel' } as const
    const merged = merge(
      exampleTicket({ answerBy: 'email' }, { state: 'waiting', unansweredSince: at('12:00') }),
      absorbed({ answerBy: 'phone', unansweredSince: at('13:00'), facts: [promise] }),
    )
    expect(merged.survivor.ticket).toMatchObject({ answerBy: 'phone', unansweredSince: at('12:00'), state: 'open' })
    expect(merged.survivor.ticket.facts).toContainEqual({ kind: 'state', at: at('14:02'), state: 'open' })
    const oldest = (mine: Ticket['unansweredSince'], theirs: Ticket['unansweredSince']): unknown => merge(survivor({ unansweredSince: mine }), absorbed({ unansweredSince: theirs })).survivor.ticket.unansweredSince
    expect([oldest(at('13:00'), at('12:00')), oldest(null, at('12:00')), oldest(at('12:00'), null), oldest(null, null)]).toEqual([at('12:00'), at('12:00'), at('12:00'), null])
    expect(followUpsOf(merged.survivor.ticket)).toMatchObject([{ id: 'f1', due: at('16:00'), promisedBy: 'miguel' }])
    expect(followUpsOf(merged.absorbed.ticket)).toEqual([])
  })

  it('R50 refuses in words what would lose or hush something', () => {
    const free = absorbed()
    const merged = merge(survivor(), free)
    expect(refusal(survivor(), survivor())).toBe('A ticket cannot be merged with itself. Choose another one.')
    expect(refusal(survivor(), { ...merged.absorbed.ticket, state: 'open' })).toBe('#10043 is already merged into another ticket. Split it off there first.')
    expect(refusal({ ...merged.absorbed.ticket, state: 'open' }, survivor({ id: 'ticket-3' }))).toBe('#10043 is itself merged into another ticket. Choose that one instead.')
    expect(refusal(survivor({ id: 'ticket-3', number: 10_044 }), merged.survivor.ticket)).toBe('Other tickets are merged into #10042. Merge #10044 into #10042 instead, or split the others off first.')
    expect(refusal(survivor(), absorbed({ customerId: 'customer-2' }))).toBe('#10043 belongs to another customer than #10042. They stay two tickets.')
    expect(refusal(survivor(), absorbed({ customerId: null }))).toBe('Nobody knows yet whose ticket #10043 is. Match it to a customer first.')
    expect(refusal(survivor({ state: 'resolved' }), free)).toBe('#10042 is resolved. Only tickets that are open or waiting can be merged.')
    expect(refusal(survivor(), absorbed({ state: 'closed' }))).toContain('#10043 is closed.')
    expect(refusal(survivor({ heldReason: 'requesterNotAuthorized' }), free)).toBe('#10042 is held, because its requester is not authorized. Release the hold first.')
    expect(refusal(survivor({ environment: 'test' }), free)).toBe('One of the two is about a test server and the other is not. They stay two tickets.')
    expect(refusal(survivor(), absorbed({ assigneeId: 'miguel' }))).toContain('#10043 is claimed by Miguel Arroyo.')
    expect(refusal(survivor({ assigneeId: 'miguel' }), absorbed({ assigneeId: 'miguel' }))).toBe('merged')
    expect(refusal(survivor(), absorbed({ assigneeId: 'priya' }))).toBe('merged')
  })
})

describe('splitting a merged ticket off', () => {
  const split = (pair: Extract<PairOutcome, { ok: true }>, reason = 'Two faults'): PairOutcome =>
    unmergeTickets(pair.survivor.ticket, pair.absorbed.ticket, { ...args, reason }, by('priya', at('15:00')))

  it('R50 gives both their own receipt back, reopens the absorbed one, and can be done once', () => {
    const parted = done(split(merge(survivor(), absorbed())))
    expect(receiptOf(parted.survivor.ticket)).toBe(at('10:00'))
    expect(parted.absorbed.ticket.state).toBe('open')
    expect(mergedInto(parted.absorbed.ticket)).toBeNull()
    expect(parted.absorbed.event?.body).toEqual({ kind: 'splitOff', ticketId: 'ticket-1', number: 10_042, reason: 'Two faults' })
    expect(split(parted)).toMatchObject({ ok: false, refusal: { code: 'nothingToDo' } })
    expect(split(merge(survivor(), absorbed()), ' ')).toMatchObject({ ok: false, refusal: { code: 'invalid' } })
    expect(receiptOf(merge(parted.survivor.ticket, parted.absorbed.ticket).survivor.ticket)).toBe(at('09:30'))
  })

  it('R66 R67 loses no promise and no unanswered message', () => {
    const promise = (id: string): Ticket['facts'][number] => ({ kind: 'followUp', at: at('11:00'), id, due: at('16:00'), promisedBy: 'miguel' })
    const parted = done(split(merge(survivor({ facts: [promise('own')], unansweredSince: at('12:00') }), absorbed({ facts: [promise('theirs')] }))))
    expect(followUpsOf(parted.survivor.ticket).map((each) => each.id)).toEqual(['own'])
    expect(followUpsOf(parted.absorbed.ticket).map((each) => each.id)).toEqual(['theirs'])
    expect([parted.survivor.ticket.unansweredSince, parted.absorbed.ticket.unansweredSince]).toEqual([at('12:00'), at('12:00')])
  })

  it('R50 a merged ticket is not reopened beside its survivor, neither by hand nor by a reply', () => {
    const { ticket } = merge(survivor(), absorbed()).absorbed
    expect(setState(ticket, { ticketId: ticket.id, eventId: 'event-3', state: 'open', reason: '' }, priya)).toMatchObject({
      ok: false, refusal: { code: 'badTransition', sentence: 'This ticket is merged into another one, which carries on for it. Split it off there instead.' },
    })
    expect(reply(ticket, { ticketId: ticket.id, eventId: 'event-3', text: 'Done' }, priya)).toMatchObject({ ok: true, ticket: { state: 'closed' } })
  })
})
