import { describe, expect, it } from 'vitest'
import type { Contact, Contract, Customer } from '../customer/customer'
import { by, exampleTicket, wall } from '../fixtures/examples'
import { defaultPolicyValues } from '../policy/defaultPolicy'
import { isInQueue } from '../queue/isInQueue'
import { orderQueue } from '../queue/orderQueue'
import { applyCommand } from './applyCommand'
import { newTicket } from './newTicket'

// The compiler asks for every field, so that a new one is looked at here.
const contractFields: Readonly<Record<keyof Contract, true>> = { id: true, rev: true, customerId: true, kind: true, startsOn: true, endsOn: true, graceUntil: true }
const customerFields: Readonly<Record<keyof Customer, true>> = {
  id: true, rev: true, name: true, accountNumber: true, phone: true, accountManager: true, maintenanceWindow: true, quirks: true,
}
const contactFields: Readonly<Record<keyof Contact, true>> = { id: true, rev: true, customerId: true, siteId: true, name: true, title: true, email: true, phone: true, access: true, accessUntil: true, abilities: true, abilitiesSet: true, signIn: true }

const counting = new Set(['limit', 'quota', 'max', 'maximum', 'allowance', 'allowed', 'remaining', 'used', 'left', 'count', 'counter', 'cap', 'per', 'blocked', 'tickets'])
const wordsOf = (field: string): readonly string[] => field.split(/(?=[A-Z])/).map((word) => word.toLowerCase())

describe('R56 support tickets are unlimited', () => {
  it('R56 the thousandth request of one person in one hour is taken like the first, and so is the thousandth claim of one engineer', () => {
    const { paged, ...first } = { ...exampleTicket(), paged: false }
    const at = wall('2026-11-24T10:30')
    const tickets = Array.from({ length: 1_000 }, (_, index) => newTicket({ ...first, paged, id: `ticket-${index}`, number: 10_000 + index }))
    expect(tickets.every((ticket) => isInQueue(ticket) && ticket.heldReason === null)).toBe(true)
    expect(orderQueue(tickets)).toHaveLength(1_000)
    const claimed = tickets.map((ticket) => applyCommand(ticket, { name: 'claim', args: { ticketId: ticket.id, eventId: 'event' } }, by('priya', at)))
    expect(claimed.every((outcome) => outcome.ok)).toBe(true)
  })

  it('R56 no contract, customer, contact or policy has a field that counts or limits tickets', () => {
    const fields = [contractFields, customerFields, contactFields, defaultPolicyValues].flatMap((each) => Object.keys(each))
    expect(fields.length).toBeGreaterThan(40)
    expect(fields.filter((field) => wordsOf(field).some((word) => counting.has(word)))).toEqual([])
  })

  it.each(['ticketQuota', 'maxTickets', 'remainingCalls', 'ticketsPerMonth'])('R56 control: %s would be found', (field) => {
    expect(wordsOf(field).some((word) => counting.has(word))).toBe(true)
  })
})
