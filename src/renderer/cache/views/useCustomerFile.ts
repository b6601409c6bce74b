import type { Contact, Contract, Customer, Integration, Server, Site } from '../../../domain/customer/customer'
import type { Ticket } from '../../../domain/ticket/ticket'
import type { DeskCache } from '../deskCache'
import { useCached } from './useCached'

/** Everything known of a customer. */
export interface CustomerFile {
  readonly customer: Customer
  readonly sites: readonly Site[]
  readonly contracts: readonly Contract[]
  readonly contacts: readonly Contact[]
  readonly servers: readonly Server[]
  readonly integrations: readonly Integration[]
  /** Latest first. */
  readonly recentTickets: readonly Ticket[]
}

const mostRecent = 8

const readFile = async (cache: DeskCache, customerId: string | null): Promise<CustomerFile | 'missing'> => {
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
  return { customer, sites, contracts, contacts, servers, integrations, recentTickets }
}

/** A customer's file from the cache, alive. */
export const useCustomerFile = (customerId: string | null): CustomerFile | 'loading' | 'missing' =>
  useCached(async (cache) => readFile(cache, customerId), [customerId], 'loading')
