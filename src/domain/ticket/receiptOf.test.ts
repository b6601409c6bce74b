import { describe, expect, it } from 'vitest'
import { exampleTicket, wall } from '../fixtures/examples'
import { receiptOf } from './receiptOf'
import type { Ticket, TicketFact } from './ticket'

const at = (time: string): ReturnType<typeof wall> => wall(`2026-11-24T${time}`)
const withFacts = (...facts: readonly TicketFact[]): Ticket => exampleTicket({}, { facts })
const merged = (ticketId: string, receivedAt: string): TicketFact => ({ kind: 'merged', at: at('12:00'), ticketId, receivedAt: at(receivedAt) })
const unmerged = (ticketId: string): TicketFact => ({ kind: 'unmerged', at: at('12:30'), ticketId })

describe('R50 the receipt of a ticket', () => {
  it('R50 is its own, whatever was done to it', () => {
    const raised = withFacts({ kind: 'priority', at: at('11:00'), priority: 'urgent', productionDown: false, by: 'engineer' }, { kind: 'paged', at: at('11:00') })
    expect(receiptOf(raised)).toBe(at('10:00'))
  })

  it('R50 is the earliest of those merged in, in any order, and its own when that is earliest', () => {
    expect(receiptOf(withFacts(merged('b', '09:00'), merged('c', '08:30'), merged('d', '09:30')))).toBe(at('08:30'))
    expect(receiptOf(withFacts(merged('b', '11:00')))).toBe(at('10:00'))
  })

  it('R50 forgets a ticket that was split off, and knows it again when it is merged once more', () => {
    expect(receiptOf(withFacts(merged('b', '08:30'), merged('c', '09:00'), unmerged('b')))).toBe(at('09:00'))
    expect(receiptOf(withFacts(merged('b', '08:30'), unmerged('b')))).toBe(at('10:00'))
    expect(receiptOf(withFacts(merged('b', '08:30'), unmerged('b'), merged('b', '08:30')))).toBe(at('08:30'))
  })
})
