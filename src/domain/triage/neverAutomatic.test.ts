import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addRealMinutes } from '../calendar/time'
import { by, exampleTicket, wall } from '../fixtures/examples'
import { isInQueue } from '../queue/isInQueue'
import { applyCommand } from '../ticket/applyCommand'
import { receiveMessage } from '../ticket/receiveMessage'
import { channels, environments, priorities, ticketStates } from '../ticket/ticket'
import type { Ticket } from '../ticket/ticket'
import type { TicketCommand } from '../ticket/ticketCommand'
import { mismatchHint } from './mismatchHint'

const base = exampleTicket()
const ids = { ticketId: base.id, eventId: 'event' }
const moment = wall('2026-11-24T11:00')
const alarming = ['RightFax is down', 'URGENT', 'EMERGENCY: production down, call ASAP', 'Cover page looks odd', 'download fails'] as const

/** Everything an engineer can do but review the priority. */
const anyCommand: fc.Arbitrary<TicketCommand> = fc.oneof(
  fc.constantFrom<TicketCommand>(
    { name: 'acknowledge', args: ids },
    { name: 'claim', args: { ...ids, reason: 'Urgent, they say it is down' } },
    { name: 'release', args: { ...ids, reason: 'r' } },
    { name: 'releaseHold', args: { ...ids, reason: 'r' } },
    { name: 'identify', args: { ...ids, customerId: 'customer-2', siteId: 'site-2', contactId: null } },
  ),
  fc.constantFrom(...alarming).map((text): TicketCommand => ({ name: 'addNote', args: { ...ids, text } })),
  fc.constantFrom(...alarming).map((text): TicketCommand => ({ name: 'reply', args: { ...ids, text } })),
  fc.constantFrom(...alarming).map((text): TicketCommand => ({
    name: 'logCall', args: { ...ids, outcome: 'reached', number: '952-555-0100', contactName: 'Ana', text, startedAt: moment, minutes: 1 },
  })),
  fc.constantFrom(...ticketStates).map((state): TicketCommand => ({ name: 'setState', args: { ...ids, state, reason: 'down' } })),
)

describe('R53 a hint is only a hint', () => {
  it('R49 R53 no words and no command but the review itself ever set the engineer’s priority, nor change the customer’s', () => {
    const request = fc.record({
      brief: fc.constantFrom(...alarming), channel: fc.constantFrom(...channels), customerPriority: fc.constantFrom(...priorities), environment: fc.constantFrom(...environments),
    })
    fc.assert(
      fc.property(request, fc.array(anyCommand, { maxLength: 6 }), (asked, commands) => {
        let ticket: Ticket = exampleTicket(asked)
        commands.forEach((command, minute) => {
          const shown = structuredClone(ticket)
          mismatchHint(ticket)
          expect(ticket).toEqual(shown)
          const outcome = applyCommand(ticket, command, by('priya', addRealMinutes(moment, minute)))
          ticket = outcome.ok ? outcome.ticket : ticket
          expect(ticket).toMatchObject({ engineerPriority: null, customerPriority: asked.customerPriority, productionDown: shown.productionDown })
        })
        const told = receiveMessage(ticket, { at: addRealMinutes(moment, 10) })
        expect(told).toMatchObject({ engineerPriority: null, customerPriority: asked.customerPriority })
      }),
      { numRuns: 300 },
    )
  })

  it('R53 "down" with Medium stays Medium, and R52 is not production down, until an engineer says so', () => {
    expect(exampleTicket({ brief: 'RightFax is down' })).toMatchObject({ customerPriority: 'medium', engineerPriority: null, productionDown: false })
  })

  it('R55 a request is in the queue as it comes in, by every channel, with no step in between', () => {
    for (const channel of channels) {
      const ticket = exampleTicket({ channel })
      expect(ticket).toMatchObject({ state: 'open', assigneeId: null })
      expect(isInQueue(ticket)).toBe(true)
    }
  })

  it('R45 knows four priorities', () => {
    expect(priorities).toEqual(['urgent', 'high', 'medium', 'low'])
  })
})
