// @vitest-environment node
import { expect, test } from 'vitest'
import { toInstant } from '../../domain/calendar/time'
import type { Contact } from '../../domain/customer/customer'
import { callPeople } from './callPeople'

const abilities = { serviceAccountLogin: null, localAdministrator: null, knowsServers: null, knowsApplications: null, knowsDevices: null, rightFaxBasics: null }
const contact = (id: string, access: Contact['access']): Contact => ({
  id, rev: 1, customerId: 'c', siteId: null, name: id, title: 'IT', email: '', phone: `tel ${id}`, access, accessUntil: null, abilities, abilitiesSet: null, signIn: { passwordSetAt: null, linkSentAt: null, linkUntil: null },
})
const now = toInstant(Date.UTC(2026, 10, 24, 18))
const contacts = [contact('none', 'none'), contact('authorized', 'authorized'), contact('primary', 'primary')]

test('who asked comes first, then by access', () => {
  const people = callPeople({ contactId: 'authorized', requester: { name: 'authorized', email: null, phone: '555-9' } }, contacts, now)
  expect(people.map((person) => person.key)).toEqual(['authorized', 'primary', 'none'])
  expect(people[0]?.phone).toBe('555-9')
})

test('R16 a caller nobody knows can be called back on the number alone', () => {
  expect(callPeople({ contactId: null, requester: { name: null, email: null, phone: '555-9' } }, [], now)).toMatchObject([{ key: 'requester', name: '555-9', phone: '555-9', contact: null }])
})

test('R38 who can get onto the server goes before the primary contact of whom nobody knows it', () => {
  const hands = { ...contact('hands', 'authorized'), abilities: { ...abilities, serviceAccountLogin: true } }
  expect(callPeople({ contactId: null, requester: { name: null, email: null, phone: null } }, [...contacts, hands], now).map((person) => person.key)).toEqual(['hands', 'primary', 'authorized', 'none'])
})

test('without a requester only the contacts are offered', () => {
  expect(callPeople({ contactId: null, requester: { name: null, email: null, phone: null } }, contacts, now).map((person) => person.key)).toEqual(['primary', 'authorized', 'none'])
})
