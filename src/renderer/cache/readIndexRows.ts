import type { DeskCache } from './deskCache'
import type { IndexRows } from './queueIndex'
import { readPolicy } from './readPolicy'

const byId = <T extends { readonly id: string }>(rows: readonly T[]): Map<string, T> => new Map(rows.map((row) => [row.id, row]))

/** Reads what the queue needs, from one consistent read. `alsoTickets` are read whatever their state. */
export const readIndexRows = async (cache: DeskCache, alsoTickets: readonly string[]): Promise<IndexRows> =>
  cache.shown('r', ['ticket', 'customer', 'site', 'contract', 'engineer', 'attachment', 'policy'], async () => {
    const tickets = byId(await cache.synced('ticket').where('state').anyOf('open', 'waiting').toArray())
    for (const ticket of await cache.synced('ticket').bulkGet([...alsoTickets])) if (ticket !== undefined) tickets.set(ticket.id, ticket)
    const attachmentCounts = new Map<string, number>()
    await cache.synced('attachment').orderBy('ticketId').eachKey((key) => {
      const id = key as string
      if (tickets.has(id)) attachmentCounts.set(id, (attachmentCounts.get(id) ?? 0) + 1)
    })
    return {
      tickets,
      customers: byId(await cache.synced('customer').toArray()),
      sites: byId(await cache.synced('site').toArray()),
      contracts: byId(await cache.synced('contract').toArray()),
      engineers: byId(await cache.synced('engineer').toArray()),
      attachmentCounts,
      policy: await readPolicy(cache),
    }
  })
