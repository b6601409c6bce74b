import type { Engineer } from '../../domain/access/engineer'
import type { Instant } from '../../domain/calendar/time'
import type { Contact, Contract, Customer, Site } from '../../domain/customer/customer'
import { contractStatus } from '../../domain/entitlement/contractStatus'
import type { Policy } from '../../domain/policy/policy'
import { isInQueue } from '../../domain/queue/isInQueue'
import { orderQueue } from '../../domain/queue/orderQueue'
import type { Ticket } from '../../domain/ticket/ticket'
import type { DeskCache } from './deskCache'
import { groupRows } from './groupRows'
import type { Notice } from './notices'
import { isTicketIntent } from './outboxRow'
import type { TicketIntent } from './outboxRow'
import { pendingIntents } from './pendingIntents'
import { overlay } from './overlay'
import { overlayContext } from './overlayContext'
import { readIndexRows } from './readIndexRows'
import { readMeta } from './readMeta'
import type { QueueEntry } from './views/queueEntry'
import { noteTrouble } from '../bridge/troubleStore'

export interface QueueSnapshot {
  /** In queue order (R50, R51). */
  readonly rows: readonly QueueEntry[]
  readonly ready: boolean
}

/** The one derived index in memory: open and waiting tickets, pending intents laid over, in order. */
export interface QueueIndex {
  readonly read: () => QueueSnapshot
  readonly listen: (listener: () => void) => () => void
  readonly customers: () => ReadonlyMap<string, Customer>
  readonly policy: () => Policy | null
  readonly me: () => Engineer | null
  /** Another engineer works here now: another outbox lies over the rows. */
  readonly setEngineer: (id: string | null) => Promise<void>
  /** Contracts begin and end at midnight: look at them again. */
  readonly renew: () => Promise<void>
  /** Resolves when everything told so far is in the index. */
  readonly settled: () => Promise<void>
  readonly close: () => void
}

/** Rows the index holds; small tables whole, tickets only while they are in the queue or have pending intents. */
export interface IndexRows {
  readonly tickets: Map<string, Ticket>
  readonly customers: Map<string, Customer>
  readonly sites: Map<string, Site>
  readonly contracts: Map<string, Contract>
  readonly engineers: Map<string, Engineer>
  readonly attachmentCounts: Map<string, number>
  policy: Policy | null
}

/**
 * Reads the cache once, then follows its notices row by row: the cost of a change is that of the rows it touched and
 * one sort of the queue, never that of all tickets.
 */
export const createQueueIndex = (cache: DeskCache, now: () => Instant): QueueIndex => {
  let rows: IndexRows | null = null
  let intents = new Map<string, TicketIntent[]>()
  // Of pending calls only: the queue needs no other contact.
  let contacts = new Map<string, Contact>()
  let contractsOf = new Map<string, Contract[]>()
  let engineerId: string | null = null
  let entries = new Map<string, QueueEntry>()
  let snapshot: QueueSnapshot = { rows: [], ready: false }
  let turn: Promise<void> = Promise.resolve()
  const listeners = new Set<() => void>()

  const ticketOf = (held: IndexRows, id: string, pending: readonly TicketIntent[]): Ticket | null => {
    const confirmed = held.tickets.get(id) ?? null
    const me = engineerId === null ? undefined : held.engineers.get(engineerId)
    if (me === undefined || pending.length === 0) return confirmed
    return overlay(confirmed, pending, overlayContext(me, { ...held, contacts, officeZone: held.policy?.values.officeZone ?? me.zone }))?.ticket ?? null
  }

  const entryOf = (held: IndexRows, id: string): QueueEntry | null => {
    const pending = intents.get(id) ?? []
    const ticket = ticketOf(held, id, pending)
    if (ticket === null || !isInQueue(ticket)) return null
    const { customerId, assigneeId } = ticket
    return {
      ticket,
      customerName: customerId === null ? null : (held.customers.get(customerId)?.name ?? null),
      contract: customerId === null || held.policy === null ? null : contractStatus(contractsOf.get(customerId) ?? [], now(), held.policy.values.officeZone, held.policy.values.contractGraceDays),
      assigneeName: assigneeId === null ? null : (held.engineers.get(assigneeId)?.name ?? null),
      pending: pending.length > 0,
      attachmentCount: held.attachmentCounts.get(ticket.id) ?? 0,
    }
  }

  /** @param ids the tickets to look at again; null = all */
  const publish = (ids: Iterable<string> | null, ready: boolean): void => {
    if (rows === null) return
    if (ids === null) entries = new Map()
    for (const id of ids ?? new Set([...rows.tickets.keys(), ...intents.keys()])) {
      const entry = entryOf(rows, id)
      if (entry === null) entries.delete(id)
      else entries.set(id, entry)
    }
    const order = orderQueue([...entries.values()].map(({ ticket }) => ticket))
    snapshot = { rows: order.flatMap(({ id }) => entries.get(id) ?? []), ready }
    for (const listener of listeners) listener()
  }

  const readIntents = async (): Promise<Map<string, TicketIntent[]>> =>
    groupRows(engineerId === null ? [] : (await pendingIntents(cache, engineerId)).filter(isTicketIntent), (row) => row.ticketId)

  const readContacts = async (of: ReadonlyMap<string, readonly TicketIntent[]>): Promise<Map<string, Contact>> => {
    const ids = [...of.values()].flat().flatMap(({ command }) => (command.name === 'logPhoneTicket' && command.args.contactId !== null ? [command.args.contactId] : []))
    const found = ids.length === 0 ? [] : await cache.synced('contact').bulkGet(ids)
    return new Map(found.flatMap((contact) => (contact === undefined ? [] : [[contact.id, contact]])))
  }

  const groupContracts = (): void => {
    contractsOf = groupRows(rows?.contracts.values() ?? [], (contract) => contract.customerId)
  }

  const load = async (): Promise<void> => {
    intents = await readIntents()
    contacts = await readContacts(intents)
    rows = await readIndexRows(cache, [...intents.keys()])
    groupContracts()
    publish(null, (await readMeta(cache, 'cursor')) !== null)
  }

  /**
   * Reads the intents and the tickets they or a page touched, both of one moment: several pages may have been committed
   * since the notice, and an intent must not go before the rows it made. Answers the tickets to look at again.
   */
  const readTouched = async (held: IndexRows, arrived: ReadonlySet<string>): Promise<readonly string[]> =>
    cache.shown('r', ['outbox', 'ticket', 'contact'], async () => {
      const before = intents
      const present = await readIntents()
      const callers = await readContacts(present)
      const ids = [...new Set([...arrived, ...before.keys(), ...present.keys()])]
      const found = await cache.synced('ticket').bulkGet(ids)
      intents = present
      contacts = callers
      ids.forEach((id, at) => {
        const ticket = found[at]
        // An intent may wait on a ticket that is not in the queue, such as one that is to be reopened.
        if (ticket !== undefined && (isInQueue(ticket) || present.has(id))) held.tickets.set(id, ticket)
        else held.tickets.delete(id)
      })
      return ids
    })

  const followOutbox = async (held: IndexRows): Promise<void> => {
    const ids = await readTouched(held, new Set())
    if (ids.length > 0) publish(ids, snapshot.ready)
  }

  const followRows = async (held: IndexRows, touched: Extract<Notice, { kind: 'rows' }>['touched']): Promise<void> => {
    const ids = await readTouched(held, touched.get('ticket') ?? new Set())
    // New rows of small tables change names and chips on many tickets; they are rare, and the tickets are at hand.
    const small = (['customer', 'site', 'contract', 'engineer', 'policy', 'attachment'] as const).some((table) => touched.has(table))
    if (small) {
      const again = await readIndexRows(cache, [...intents.keys()])
      rows = again
      groupContracts()
    }
    publish(small ? null : ids, true)
  }

  const follow = async (notice: Notice): Promise<void> => {
    if (rows === null || (notice.kind === 'rows' && notice.reset)) return load()
    return notice.kind === 'outbox' ? followOutbox(rows) : followRows(rows, notice.touched)
  }

  const inTurn = async (work: () => Promise<void>): Promise<void> => {
    const mine = turn.then(work)
    turn = mine.catch((error: unknown) => noteTrouble('The queue could not follow a change of the cache.', error))
    return mine
  }

  const stop = cache.notices.listen((notice) => void inTurn(async () => follow(notice)).catch(() => undefined))
  return {
    read: () => snapshot,
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    customers: () => rows?.customers ?? new Map(),
    policy: () => rows?.policy ?? null,
    me: () => (engineerId === null ? null : (rows?.engineers.get(engineerId) ?? null)),
    setEngineer: async (id) => {
      engineerId = id
      return inTurn(load)
    },
    renew: async () => inTurn(async () => publish(null, snapshot.ready)),
    settled: async () => turn,
    close: stop,
  }
}
