import type { Page } from '../../domain/afterHours/page'
import type { Contact, Contract, Customer, Site } from '../../domain/customer/customer'
import type { Attachment } from '../../domain/ticket/attachment'
import type { Ticket } from '../../domain/ticket/ticket'
import type { TimelineEvent } from '../../domain/ticket/timelineEvent'
import { allStores } from './deskCache'
import type { DeskCache } from './deskCache'
import { isTicketIntent } from './outboxRow'
import type { TicketIntent } from './outboxRow'
import { overlay } from './overlay'
import { readOverlayContext } from './readOverlayContext'

/** One ticket with all that stands around it, pending intents laid over. */
export interface OpenedTicket {
  readonly ticket: Ticket
  readonly customer: Customer | null
  readonly site: Site | null
  readonly contact: Contact | null
  readonly contracts: readonly Contract[]
  /** Oldest first; `pending` ones are kept here and not sent yet. */
  readonly timeline: readonly (TimelineEvent & { readonly pending: boolean })[]
  readonly attachments: readonly Attachment[]
  /** The latest page of this ticket. */
  readonly page: Page | null
  readonly pendingCommands: readonly TicketIntent[]
}

const found = async <T>(read: (id: string) => Promise<T | undefined>, id: string | null): Promise<T | null> => (id === null ? null : ((await read(id)) ?? null))

/** Reads a ticket for the engineer at this desk, all of one moment; `missing` when it is neither cached nor made by a call logged here (R18). */
export const readTicketFile = async (cache: DeskCache, ticketId: string, engineerId: string | null): Promise<OpenedTicket | 'missing'> =>
  // A page may be applied between two reads: an entry would be there twice, or not at all.
  cache.shown('r', allStores, async () => readFile(cache, ticketId, engineerId))

const readFile = async (cache: DeskCache, ticketId: string, engineerId: string | null): Promise<OpenedTicket | 'missing'> => {
  const confirmed = (await cache.synced('ticket').get(ticketId)) ?? null
  const [events, attachments, pages, intents] = await Promise.all([
    cache.synced('timelineEvent').where({ ticketId }).toArray(),
    cache.synced('attachment').where({ ticketId }).toArray(),
    cache.synced('page').where({ ticketId }).toArray(),
    cache.outbox.where({ ticketId }).toArray(),
  ])
  const pendingCommands = intents.filter(isTicketIntent).filter((intent) => intent.engineerId === engineerId && intent.withdrawn !== true)
  const context = await readOverlayContext(
    cache,
    engineerId,
    pendingCommands.map(({ command }) => command),
  )
  const bare = confirmed === null ? null : { ticket: confirmed, events: [] }
  const laid = context === null ? bare : overlay(confirmed, pendingCommands, context)
  if (laid === null) return 'missing'
  const { ticket } = laid
  const confirmedIds = new Set(events.map((event) => event.id))
  const [customer, site, contact, contracts] = await Promise.all([
    found(async (id) => cache.synced('customer').get(id), ticket.customerId),
    found(async (id) => cache.synced('site').get(id), ticket.siteId),
    found(async (id) => cache.synced('contact').get(id), ticket.contactId),
    ticket.customerId === null ? [] : cache.synced('contract').where({ customerId: ticket.customerId }).toArray(),
  ])
  return {
    ticket,
    customer,
    site,
    contact,
    contracts,
    timeline: [
      ...events.toSorted((a, b) => a.at - b.at || a.rev - b.rev).map((event) => ({ ...event, pending: false })),
      ...laid.events.filter((event) => !confirmedIds.has(event.id)).map((event) => ({ ...event, pending: true })),
    ],
    attachments,
    page: pages.toSorted((a, b) => b.createdAt - a.createdAt)[0] ?? null,
    pendingCommands,
  }
}
