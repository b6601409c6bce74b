import { describe, expect, it } from 'vitest'
import type { Contact } from '../customer/customer'
import { contactAccesses } from '../customer/customer'
import { exampleContact, wall } from '../fixtures/examples'
import { customerMayDo, customerOperations, nothingFound } from './customerMayDo'
import type { CustomerOperation } from './customerMayDo'
import { customerStanding, customerStandingNames, customerStandings } from './customerStanding'
import { mayOpenTicket } from './mayOpenTicket'

const now = wall('2026-11-24T12:00')
const people: readonly (Contact | null)[] = [
  exampleContact({ access: 'primary' }),
  exampleContact({ access: 'authorized' }),
  exampleContact({ access: 'temporary', accessUntil: wall('2026-11-24T12:01') }),
  exampleContact({ access: 'temporary', accessUntil: now }),
  exampleContact({ access: 'none' }),
  null,
]
const own = { customerId: 'customer-1', contactId: 'contact-1' }
const colleagues = { customerId: 'customer-1', contactId: 'contact-2' }
const neighbours = { customerId: 'customer-2', contactId: 'contact-9' }
const subjects = [own, colleagues, neighbours, null]

/** Per standing, what is allowed of: one's own, a colleague's, another account's, nothing found. `-` refused, `?` not found, `y` allowed. */
const golden: Readonly<Record<CustomerOperation, string>> = {
  signIn: 'yy?y yy?y y??y ---- ---- ----',
  openTicket: 'yy?y yy?y y??y ---- ---- ----',
  readOwn: 'y??? y??? y??? ---- ---- ----',
  readAccount: 'yy?y yy?y ---- ---- ---- ----',
  reply: 'yy?? yy?? y??? ---- ---- ----',
  addFiles: 'yy?? yy?? y??? ---- ---- ----',
  raiseToUrgent: 'yy?? yy?? y??? ---- ---- ----',
  requestAccess: 'yyyy yyyy yyyy yyyy yyyy yyyy',
  readPeople: 'yy?y yy?y ---- ---- ---- ----',
  managePeople: 'yy?? ---- ---- ---- ---- ----',
  confirmTemporaryAccess: 'yy?? ---- ---- ---- ---- ----',
}

const marks = { notFound: '?', notAllowed: '-' } as const
const cell = (contact: Contact | null, operation: CustomerOperation, about: (typeof subjects)[number]): string => {
  const answer = customerMayDo({ contact, operation, about, now })
  return answer.allowed ? 'y' : marks[answer.code]
}
const refusal = (contact: Contact | null, operation: CustomerOperation, about: (typeof subjects)[number] = own): string => {
  const answer = customerMayDo({ contact, operation, about, now })
  return answer.allowed ? '' : answer.sentence
}
const operations = Object.keys(customerOperations) as CustomerOperation[]

describe('P42 what a customer may do', () => {
  it('is decided for every standing, operation and account', () => {
    const found = operations.map((operation) => [operation, people.map((contact) => subjects.map((about) => cell(contact, operation, about)).join('')).join(' ')])
    expect(Object.fromEntries(found)).toEqual(golden)
  })

  it('P43 answers another account’s, a colleague’s and what does not exist in the same words', () => {
    const needing = operations.filter((operation) => cell(people[0] ?? null, operation, null) !== 'y')
    expect(needing).toEqual(['readOwn', 'reply', 'addFiles', 'raiseToUrgent', 'managePeople', 'confirmTemporaryAccess'])
    for (const operation of needing) {
      for (const contact of people) {
        const [other, missing] = [neighbours, null].map((about) => customerMayDo({ contact, operation, about, now }))
        expect(other).toEqual(missing)
      }
    }
    const temporary = people[2] ?? null
    expect(customerMayDo({ contact: temporary, operation: 'reply', about: colleagues, now })).toEqual(nothingFound)
    expect(customerMayDo({ contact: temporary, operation: 'reply', about: null, now })).toEqual(nothingFound)
  })

  it('denies what is not in the table', () => {
    for (const contact of people) {
      for (const name of ['readNotes', 'constructor', '__proto__']) expect(cell(contact, name as CustomerOperation, own)).toBe('-')
    }
  })

  it('R31 agrees with who may open tickets', () => {
    for (const contact of people) expect(customerMayDo({ contact, operation: 'openTicket', about: own, now }).allowed).toBe(mayOpenTicket(contact, now).allowed)
  })

  it('R33 lets everybody ask for access, also who is not on file', () => {
    expect(people.map((contact) => cell(contact, 'requestAccess', null))).toEqual(['y', 'y', 'y', 'y', 'y', 'y'])
  })

  it('R34 P44 only the primary contact confirms, and temporary access is one’s own requests until it ends', () => {
    expect(people.map((contact) => cell(contact, 'confirmTemporaryAccess', colleagues))).toEqual(['y', '-', '-', '-', '-', '-'])
    const temporary = people[2] ?? null
    expect([cell(temporary, 'reply', own), cell(temporary, 'reply', colleagues), cell(temporary, 'readAccount', null)]).toEqual(['y', '?', '-'])
  })

  it('R70 raises to Urgent like a reply: the account for authorized persons, one’s own with temporary access', () => {
    expect(golden.raiseToUrgent).toBe(golden.reply)
    expect(people.map((contact) => cell(contact, 'raiseToUrgent', colleagues))).toEqual(['y', 'y', '?', '-', '-', '-'])
  })

  it('says whom to turn to', () => {
    expect([refusal(people[1] ?? null, 'managePeople'), refusal(people[2] ?? null, 'readAccount'), refusal(people[3] ?? null, 'reply'), refusal(people[4] ?? null, 'openTicket'), refusal(null, 'signIn')]).toEqual([
      'Only the primary RightFax contact of your company can do this.',
      'Your access is temporary, so it covers your own requests only. The primary RightFax contact of your company can confirm it.',
      'Your temporary access has ended. The primary RightFax contact of your company can confirm it, or you can ask us for access again.',
      'You are not on your company’s list of authorized personnel. Please ask the primary RightFax contact of your company to add you, or ask us for temporary access.',
      'Please sign in first. If you have no access, please ask the primary RightFax contact of your company to add you, or ask us for temporary access.',
    ])
  })
})

describe('R8 the people at a customer', () => {
  it('are the primary contact, authorized personnel, temporary persons and end users, each with a name', () => {
    expect(contactAccesses).toEqual(['primary', 'authorized', 'temporary', 'none'])
    expect(people.map((contact) => customerStanding(contact, now))).toEqual(customerStandings)
    expect(new Set(Object.values(customerStandingNames)).size).toBe(customerStandings.length)
    expect([customerStandingNames.primary, customerStandingNames.authorized]).toEqual(['Primary RightFax contact', 'Authorized personnel (RightFax administrator)'])
  })
})
