import type { Contact, Contract, Customer, Integration, Server, Site } from '../../../domain/customer/customer'
import type { Ticket } from '../../../domain/ticket/ticket'
import { useCacheStore } from '../cacheStore'
import type { DeskCache } from '../deskCache'
import { isContactIntent } from '../outboxRow'
import { overlayContact } from '../overlayContact'
import type { ContactEntry } from '../overlayContact'
import { pendingIntents } from '../pendingIntents'
import { useCached } from './useCached'

/** Everything known of a customer. */
export interface CustomerFile {
  readonly customer: Customer
  readonly sites: readonly Site[]
  readonly contracts: readonly Contract[]
  /** With this engineer's unsent changes laid over. */
  readonly contacts: readonly Contact[]
  /** The same people with what is not sent yet. */
  readonly people: readonly ContactEntry[]
  readonly servers: readonly Server[]
  readonly integrations: readonly Integration[]
  /** Latest first. */
  readonly recentTickets: readonly Ticket[]
}

const mostRecent = 8

const readFile = async (cache: DeskCache, customerId: string | null, engineerId: string | null): Promise<CustomerFile | 'missing'> => {
  if (customerId === null) return 'missing'
  const customer = await cache.synced('customer').get(customerId)
  if (customer === undefined) return 'missing'
  const of = { customerId }
  const [sites, contracts, contacts, servers, integrations, tickets] = await Promise.all([
    cache.synced('site').where(of).toArray(),
    cache.synced('contract').where(of).toArray(),
    cache.synced('contact').where(of).toArray(),
    cache.synced('server').where(of).toArray(),
    cache.synced('integration').where(of).toArray(),
    cache.synced('ticket').where(of).toArray(),
  ])
  const recentTickets = tickets.toSorted((a, b) => b.receivedAt - a.receivedAt).slice(0, mostRecent)
  const me = engineerId === null ? undefined : await cache.synced('engineer').get(engineerId)
  const intents = engineerId === null ? [] : (await pendingIntents(cache, engineerId)).filter(isContactIntent)
  const actor = me === undefined ? null : ({ kind: 'engineer', id: me.id, name: me.name } as const)
  const people = contacts.map((contact) => overlayContact(contact, intents, actor))
  return { customer, sites, contracts, contacts: people.map(({ contact }) => contact), people, servers, integrations, recentTickets }
}

/** A customer's file from the cache, alive. */
export const useCustomerFile = (customerId: string | null): CustomerFile | 'loading' | 'missing' => {
  const engineerId = useCacheStore((state) => state.engineerId)
  return useCached(async (cache) => readFile(cache, customerId, engineerId), [customerId, engineerId], 'loading')
}
