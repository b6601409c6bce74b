import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addRealMinutes } from '../calendar/time'
import type { Instant } from '../calendar/time'
import { by, exampleTicket, wall } from '../fixtures/examples'
import { mergeTickets } from '../ticket/mergeTickets'
import { receiveMessage } from '../ticket/receiveMessage'
import { setPriority } from '../ticket/setPriority'
import { priorities } from '../ticket/ticket'
import type { Priority, Ticket } from '../ticket/ticket'
import type { TimelineEvent } from '../ticket/timelineEvent'
import { effectivePriority } from './effectivePriority'
import { priorityAt } from './priorityAt'
import { priorityHistory } from './priorityHistory'

const at = (time: string): Instant => wall(`2026-11-24T${time}`)
const review = (ticket: Ticket, moment: Instant, priority: Priority, productionDown = false): Ticket => {
  const outcome = setPriority(ticket, { ticketId: ticket.id, eventId: 'e', priority, productionDown, reason: 'r' }, by('priya', moment))
  return outcome.ok ? outcome.ticket : ticket
}

describe('R49 the priority at a moment', () => {
  it('R49 keeps the customer’s and the engineer’s value apart, each from its own moment on', () => {
    const ticket = receiveMessage(review(exampleTicket(), at('11:00'), 'low'), { at: at('12:00'), priority: 'high' })
    expect(priorityAt(ticket, at('09:59'))).toBeNull()
    expect(priorityAt(ticket, at('10:00'))).toEqual({ customerPriority: 'medium', engineerPriority: null, productionDown: false, effective: 'medium' })
    expect(priorityAt(ticket, at('11:00'))).toEqual({ customerPriority: 'medium', engineerPriority: 'low', productionDown: false, effective: 'low' })
    expect(priorityAt(ticket, at('13:00'))).toEqual({ customerPriority: 'high', engineerPriority: 'low', productionDown: false, effective: 'low' })
  })

  it('R70 sets a review aside when the customer raises it to Urgent, and R46 caps a test server', () => {
    const raised = receiveMessage(review(exampleTicket({ brief: 'Server down' }), at('11:00'), 'low'), { at: at('12:00'), priority: 'urgent' })
    expect(priorityAt(raised, at('12:00'))).toEqual({ customerPriority: 'urgent', engineerPriority: null, productionDown: true, effective: 'urgent' })
    expect(priorityAt(exampleTicket({ customerPriority: 'urgent', environment: 'test' }), at('12:00'))?.effective).toBe('high')
  })

  it('R49 ends at what the row says, whatever customer and engineers did', () => {
    const step = fc.record({ engineer: fc.boolean(), priority: fc.constantFrom(...priorities), productionDown: fc.boolean() })
    fc.assert(
      fc.property(fc.constantFrom(...priorities), fc.constantFrom('production' as const, 'test' as const), fc.array(step, { maxLength: 8 }), (customerPriority, environment, steps) => {
        let ticket = exampleTicket({ customerPriority, environment, brief: 'Server down' })
        let moment = ticket.receivedAt
        for (const { engineer, priority, productionDown } of steps) {
          const before = ticket
          moment = addRealMinutes(moment, 1)
          ticket = engineer ? review(ticket, moment, priority, productionDown) : receiveMessage(ticket, { at: moment, priority })
          expect(ticket.customerPriority).toBe(engineer ? before.customerPriority : priority)
          expect(priorityAt(ticket, addRealMinutes(moment, -1))).toEqual(priorityAt(before, addRealMinutes(moment, -1)))
          expect(priorityAt(ticket, moment)).toMatchObject({ customerPriority: ticket.customerPriority, engineerPriority: ticket.engineerPriority, effective: effectivePriority(ticket) })
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('R49 the story of a priority', () => {
  const event = (time: string, actor: TimelineEvent['actor'], body: TimelineEvent['body']): TimelineEvent => ({ id: `event-${time}`, rev: 1, ticketId: 'ticket-1', at: at(time), actor, body })
  const ana = { kind: 'customer', id: 'contact-1', name: 'Ana Ortiz' } as const
  const priya = { kind: 'engineer', id: 'priya', name: 'Priya Raman' } as const
  const received = event('10:00', ana, { kind: 'received', channel: 'portal', priority: 'urgent', text: 'No faxes' })

  it('R49 says who, when, from what to what and why, oldest first', () => {
    const ticket = exampleTicket({ customerPriority: 'urgent', brief: 'Server down' })
    const events = [
      event('12:00', ana, { kind: 'priority', by: 'customer', from: 'low', to: 'high', productionDown: false, reason: 'It came back' }),
      event('11:00', priya, { kind: 'priority', by: 'engineer', from: 'urgent', to: 'low', productionDown: false, reason: 'A printer, not the server' }),
      event('10:30', priya, { kind: 'note', text: 'Called' }),
      received,
    ]
    expect(priorityHistory(ticket, events)).toEqual([
      { at: at('10:00'), who: ana, by: 'customer', from: null, to: 'urgent', productionDown: true, why: 'Chosen with the request' },
      { at: at('11:00'), who: priya, by: 'engineer', from: 'urgent', to: 'low', productionDown: false, why: 'A printer, not the server' },
      { at: at('12:00'), who: ana, by: 'customer', from: 'low', to: 'high', productionDown: false, why: 'It came back' },
    ])
  })

  it('R50 counts a merge only when it raised the priority', () => {
    const merged = (into: Ticket, from: Ticket): readonly string[] => {
      const outcome = mergeTickets(into, { ...from, id: 'ticket-2', number: 10_043 }, { survivorEventId: 'e1', absorbedEventId: 'e2', reason: 'Same fault' }, by('priya', at('11:00')))
      if (!outcome.ok || outcome.survivor.event === null) return ['refused']
      const story = priorityHistory(outcome.survivor.ticket, [received, { ...outcome.survivor.event, rev: 1, ticketId: into.id, actor: priya }])
      return story.slice(1).map((each) => `${each.from} ${each.to} ${each.productionDown} ${each.why}`)
    }
    expect(merged(exampleTicket(), exampleTicket({ customerPriority: 'high' }))).toEqual(['medium high false #10043 was merged into it: Same fault'])
    expect(merged(exampleTicket({ customerPriority: 'urgent' }), exampleTicket({ customerPriority: 'urgent', brief: 'down' }))).toEqual(['urgent urgent true #10043 was merged into it: Same fault'])
    expect(merged(exampleTicket({ customerPriority: 'high' }), exampleTicket())).toEqual([])
  })
})
