import type { AccessCommand } from '../../../domain/access/accessCommand'
import type { AccessRequest } from '../../../domain/access/accessRequest'
import type { ZoneId } from '../../../domain/calendar/time'
import type { Contact, Customer } from '../../../domain/customer/customer'
import { useCacheStore } from '../cacheStore'
import type { DeskCache } from '../deskCache'
import { isAccessIntent } from '../outboxRow'
import type { OutboxRow } from '../outboxRow'
import { pendingIntents } from '../pendingIntents'
import { readPolicy } from '../readPolicy'
import { useCached } from './useCached'

/** A request for access with what stands around it. */
export interface AccessEntry {
  readonly request: AccessRequest
  /** Null = no account yet. */
  readonly customer: Customer | null
  /** The main site's, or the office's while no account is known. */
  readonly zone: ZoneId
  /** Who got access by it. */
  readonly contact: Contact | null
  /** What this engineer decided and is not sent yet. */
  readonly pending: AccessCommand['name'] | null
}

export interface AccessList {
  /** Oldest first: what nobody has decided. */
  readonly open: readonly AccessEntry[]
  /** Latest first: decided ones, also those that wait for the primary contact. */
  readonly decided: readonly AccessEntry[]
}

/** More is history, for the customer's file. */
const decidedShown = 20

const read = async (cache: DeskCache, engineerId: string | null): Promise<AccessList | 'loading'> =>
  cache.shown('r', ['accessRequest', 'customer', 'site', 'contact', 'policy', 'outbox'], async () => {
    const policy = await readPolicy(cache)
    if (policy === null) return 'loading'
    const rows = await cache.synced('accessRequest').toArray()
    const intents: readonly OutboxRow[] = engineerId === null ? [] : await pendingIntents(cache, engineerId)
    const pending = new Map(intents.filter(isAccessIntent).map(({ command }) => [command.args.requestId, command.name]))
    const entryOf = async (request: AccessRequest): Promise<AccessEntry> => {
      const { customerId, contactId } = request
      const customer = customerId === null ? undefined : await cache.synced('customer').get(customerId)
      const sites = customerId === null ? [] : await cache.synced('site').where({ customerId }).toArray()
      const contact = contactId === null ? undefined : await cache.synced('contact').get(contactId)
      const zone = sites.find(({ main }) => main)?.zone ?? policy.values.officeZone
      return { request, customer: customer ?? null, zone, contact: contact ?? null, pending: pending.get(request.id) ?? null }
    }
    const open = rows.filter(({ state }) => state === 'open').toSorted((a, b) => a.requestedAt - b.requestedAt)
    const decided = rows
      .filter(({ state }) => state !== 'open')
      .toSorted((a, b) => (b.decision?.at ?? 0) - (a.decision?.at ?? 0))
      .slice(0, decidedShown)
    return { open: await Promise.all(open.map(entryOf)), decided: await Promise.all(decided.map(entryOf)) }
  })

/** Requests for access from the cache, alive; `loading` before the first sync. */
export const useAccessRequests = (): AccessList | 'loading' => {
  const engineerId = useCacheStore((state) => state.engineerId)
  return useCached(async (cache) => read(cache, engineerId), [engineerId], 'loading')
}
