// @vitest-environment node
import { expect, test } from 'vitest'
import type { Contact } from '../../domain/customer/customer'
import { callPeople } from './callPeople'

const abilities = { serviceAccountLogin: null, localAdministrator: null, knowsServers: null, knowsApplications: null, knowsDevices: null, rightFaxBasics: null }
const contact = (id: string, access: Contact['access']): Contact => ({
  id, rev: 1, customerId: 'c', siteId: null, name: id, title: 'IT', email: '', phone: `tel ${id}`, access, accessUntil: null, abilities,
})
const contacts = [contact('none', 'none'), contact('authorized', 'authorized'), contact('primary', 'primary')]

test('who asked comes first, then by access', () => {
  const people = callPeople({ contactId: 'authorized', requester: { name: 'authorized', email: null, phone: '555-9' } }, contacts)
  expect(people.map((person) => person.key)).toEqual(['authorized', 'primary', 'none'])
  expect(people[0]?.phone).toBe('555-9')
})

test('R16 a caller nobody knows can be called back on the number alone', () => {
  expect(callPeople({ contactId: null, requester: { name: null, email: null, phone: '555-9' } }, [])).toMatchObject([{ key: 'requester', name: '555-9', phone: '555-9', contact: null }])
})

test('without a requester only the contacts are offered', () => {
  expect(callPeople({ contactId: null, requester: { name: null, email: null, phone: null } }, contacts).map((person) => person.key)).toEqual(['primary', 'authorized', 'none'])
})
