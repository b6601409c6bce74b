import { describe, expect, it } from 'vitest'
import { by, chicago, exampleContact, wall } from '../fixtures/examples'
import { callbackClock } from '../clocks/callbackClock'
import { decidePage } from '../afterHours/decidePage'
import { examplePageFacts } from '../fixtures/examplePageFacts'
import { examplePolicy } from '../fixtures/examples'
import { refuseRaise } from '../ticket/refuseRaise'
import { effectivePriority } from '../triage/effectivePriority'
import { customerChosePriority } from '../triage/customerChosePriority'
import { priorityHistory } from '../triage/priorityHistory'
import { toZone } from '../calendar/time'
import type { Contact } from '../customer/customer'
import { logPhoneTicket } from './logPhoneTicket'
import type { PhoneCommand } from './phoneCommand'
import type { PhoneContext } from './phoneContext'

const at = wall('2026-11-24T14:30')
const began = wall('2026-11-24T14:21')
const harbor = exampleContact({ id: 'contact-2', customerId: 'customer-2', name: 'Lou Berg', email: 'lou@harbor.example' })

const context = (contacts: readonly Contact[] = [harbor]): PhoneContext => ({ ...by('priya', at), contact: (id) => contacts.find((each) => each.id === id) ?? null, officeZone: chicago })
const call = (changes: Partial<PhoneCommand['args']> = {}): PhoneCommand['args'] => ({
  ticketId: 'ticket-9',
  eventId: 'event-9',
  startedAt: began,
  customerId: 'customer-2',
  siteId: 'site-2',
  contactId: 'contact-2',
  callerName: '',
  callbackNumber: '952-555-0177',
  brief: 'No outbound faxes',
  text: 'Since noon',
  priority: 'high',
  productionDown: false,
  environment: 'production',
  take: true,
  ...changes,
})
const logged = (changes: Partial<PhoneCommand['args']> = {}, contacts?: readonly Contact[]) => {
  const outcome = logPhoneTicket(call(changes), context(contacts))
  return outcome.ok ? outcome : expect.fail(outcome.refusal.sentence)
}
const sentence = (changes: Partial<PhoneCommand['args']>): string => {
  const outcome = logPhoneTicket(call(changes), context())
  return outcome.ok ? 'logged' : outcome.refusal.sentence
}

describe('R18 a live call logged as a ticket', () => {
  it('R18 is received when the call began, in the zone of the site, and has the clocks of every ticket', () => {
    const { ticket, entries } = logged()
    expect(ticket).toMatchObject({ number: 0, channel: 'phone', receivedAt: began, zone: toZone('America/New_York'), answerBy: 'phone', lastActivityAt: at })
    expect(callbackClock(ticket, examplePolicy(), at)?.startedAt).toBe(began)
    expect(entries[0]).toEqual({ at: began, actor: { kind: 'engineer', id: 'priya', name: 'Priya Raman' }, body: { kind: 'received', channel: 'phone', priority: 'high', text: 'Since noon' } })
  })

  it('R18 belongs to whoever logged it unless they leave it to others', () => {
    expect(logged().ticket).toMatchObject({ assigneeId: 'priya', acknowledgedBy: 'priya' })
    expect(logged().entries.map(({ body }) => body.kind)).toEqual(['received', 'assigned'])
    expect(logged({ take: false }).ticket).toMatchObject({ assigneeId: null, acknowledgedAt: null })
  })

  it('R49 keeps the engineer’s priority beside the channel’s own, and says whose it is', () => {
    const { ticket, entries } = logged({ priority: 'urgent', productionDown: true })
    expect(ticket).toMatchObject({ customerPriority: 'medium', engineerPriority: 'urgent', productionDown: true })
    expect([effectivePriority(ticket), customerChosePriority(ticket)]).toEqual(['urgent', false])
    const story = priorityHistory(ticket, [{ ...entries[0], id: 'event-9', rev: 1, ticketId: ticket.id }])
    expect(story).toMatchObject([{ by: 'engineer', from: null, to: 'urgent', productionDown: true, why: 'Chosen with the request' }])
  })

  it('R71 wakes nobody at night, and R70 leaves the customer their own raise to Urgent', () => {
    const { ticket } = logged({ priority: 'urgent' })
    const night = wall('2026-11-24T23:00')
    const facts = examplePageFacts({ now: night, channel: 'phone', customerPriority: ticket.customerPriority, engineerPriority: ticket.engineerPriority })
    expect(decidePage(facts)).toMatchObject({ page: false })
    expect(refuseRaise(ticket)).toBeNull()
  })

  it('R31 holds who is on file and not authorized, and whoever calls for a known account without being on file', () => {
    const stranger = { ...harbor, access: 'none' } as const
    expect(logged({}, [stranger]).ticket.heldReason).toBe('requesterNotAuthorized')
    expect(logged({}, [stranger]).entries.map(({ body }) => body.kind)).toEqual(['received', 'held', 'assigned'])
    expect(logged({ contactId: null, callerName: 'Kim' }).ticket).toMatchObject({ heldReason: 'requesterNotAuthorized', requester: { name: 'Kim', email: null, phone: '952-555-0177' } })
    expect(logged().ticket.heldReason).toBeNull()
  })

  it('R16 may stay unidentified: nothing is held and the office’s zone counts', () => {
    const { ticket } = logged({ customerId: null, siteId: null, contactId: null, callerName: '' })
    expect(ticket).toMatchObject({ customerId: null, zone: chicago, heldReason: null, requester: { name: null, phone: '952-555-0177' } })
  })

  it.each([
    ['began in the future', { startedAt: wall('2026-11-24T14:31') }, 'cannot have begun in the future'],
    ['began days ago', { startedAt: wall('2026-11-22T14:00') }, 'more than a day'],
    ['without a number', { callbackNumber: '  ' }, 'number to call back'],
    ['about nothing', { brief: ' ' }, 'in a few words'],
    ['Urgent on a test server', { priority: 'urgent', environment: 'test' }, 'never Urgent'],
    ['down without Urgent', { productionDown: true }, 'goes with Urgent only'],
    ['of a customer who is gone', { siteId: 'site-7' }, 'not on file any more'],
    ['of a customer without a site', { siteId: null }, 'not on file any more'],
    ['of a site without its customer', { customerId: null }, 'without their customer'],
    ['of another account’s contact', { contactId: 'contact-1' }, 'does not belong'],
  ] as const)('R18 refuses a call %s in words', (_what, changes, words) => {
    expect(sentence(changes)).toContain(words)
  })
})
