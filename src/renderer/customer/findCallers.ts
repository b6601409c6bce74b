import type { Contact, Customer, Site } from '../../domain/customer/customer'
import type { Requester } from '../../domain/ticket/ticket'

/** The accounts a caller may belong to, as they lie in the cache. */
export interface Accounts {
  readonly customers: readonly Customer[]
  readonly sites: readonly Site[]
  readonly contacts: readonly Contact[]
}

/** An account offered for an unidentified ticket. `reason` says what fits; null when it is only in the list. */
export interface CallerCandidate {
  readonly customer: Customer
  readonly sites: readonly Site[]
  readonly contacts: readonly Contact[]
  readonly reason: string | null
  /** The person whose number or address fits. */
  readonly contactId: string | null
}

/** A number as it is dialled within the States: its last ten digits, so that +1 and brackets do not matter. */
const dialled = (number: string): string => number.replaceAll(/\D/g, '').slice(-10)
const DIALLED_LENGTH = 10

function fits(contact: Contact, requester: Requester): string | null {
  const number = requester.phone === null ? '' : dialled(requester.phone)
  if (number.length === DIALLED_LENGTH && dialled(contact.phone) === number) return `the number of ${contact.name}`
  const email = requester.email?.toLowerCase() ?? ''
  return email !== '' && contact.email.toLowerCase() === email ? `the address of ${contact.name}` : null
}

/** Accounts for a caller: those whose number or address fits come first, then by name; `filter` looks in name and account number (R16). */
export function findCallers({ customers, sites, contacts }: Accounts, requester: Requester, filter: string): CallerCandidate[] {
  const words = filter.trim().toLowerCase()
  return customers
    .filter((customer) => `${customer.name} ${customer.accountNumber}`.toLowerCase().includes(words))
    .map((customer): CallerCandidate => {
      const people = contacts.filter((contact) => contact.customerId === customer.id)
      const found = people.find((contact) => fits(contact, requester) !== null) ?? null
      const main = requester.phone !== null && dialled(requester.phone).length === DIALLED_LENGTH && dialled(requester.phone) === dialled(customer.phone)
      return {
        customer,
        sites: sites.filter((site) => site.customerId === customer.id).toSorted((a, b) => Number(b.main) - Number(a.main)),
        contacts: people,
        reason: found === null ? (main ? 'their main number' : null) : fits(found, requester),
        contactId: found?.id ?? null,
      }
    })
    .toSorted((a, b) => Number(b.reason !== null) - Number(a.reason !== null) || a.customer.name.localeCompare(b.customer.name))
}
