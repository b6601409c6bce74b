// @vitest-environment node
import { expect, test } from 'vitest'
import type { Contact, Customer } from '../../domain/customer/customer'
import { findCallers } from './findCallers'

const abilities = { serviceAccountLogin: null, localAdministrator: null, knowsServers: null, knowsApplications: null, knowsDevices: null, rightFaxBasics: null }
const customer = (id: string, phone: string): Customer => ({
  id, rev: 1, name: id, accountNumber: `A-${id}`, phone, accountManager: { name: '', email: '' }, maintenanceWindow: '', quirks: '',
})
const contact = (customerId: string, name: string, phone: string, email: string): Contact => ({
  id: name, rev: 1, customerId, siteId: null, name, title: '', email, phone, access: 'authorized', accessUntil: null, abilities, abilitiesSet: null, signIn: { passwordSetAt: null, linkSentAt: null, linkUntil: null },
})
const accounts = {
  customers: [customer('Alder', '(401) 555-0100'), customer('Birch', '(402) 555-0100')],
  sites: [],
  contacts: [contact('Birch', 'Beth', '(614) 555-0131', 'beth@birch.example')],
}
const caller = (phone: string | null, email: string | null = null) => ({ name: null, phone, email })

test('R16 a number that a contact has on file comes first, however it is written', () => {
  expect(findCallers(accounts, caller('+1 614-555-0131'), '')[0]).toMatchObject({ customer: { name: 'Birch' }, reason: 'the number of Beth', contactId: 'Beth' })
})

test('the main number of an account fits without a person', () => {
  expect(findCallers(accounts, caller('4025550100'), '')[0]).toMatchObject({ customer: { name: 'Birch' }, reason: 'their main number', contactId: null })
})

test('an address fits too; nothing that fits leaves the order by name', () => {
  expect(findCallers(accounts, caller(null, 'Beth@Birch.example'), '')[0]?.reason).toBe('the address of Beth')
  expect(findCallers(accounts, caller('555', null), '').map((each) => each.customer.name)).toEqual(['Alder', 'Birch'])
})

test('the filter looks in name and account number', () => {
  expect(findCallers(accounts, caller(null), 'a-bir').map((each) => each.customer.name)).toEqual(['Birch'])
})
