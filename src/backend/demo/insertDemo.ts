import type { AccessRequest } from '../../domain/access/accessRequest'
import type { Engineer } from '../../domain/access/engineer'
import type { Instant } from '../../domain/calendar/time'
import type { Shift } from '../../domain/onCall/shift'
import type { SyncedTable } from '../../protocol/sync/tables'
import type { StagedFile } from '../context'
import type { Queries, Touched } from '../db/database'
import { accessRequest, attachment, contact, contract, customer, engineer, integration, page, password, server, serverNote, shift, site, ticket, timelineEvent } from '../db/schema'
import type { DemoCustomerRows } from './demoCustomerRows'
import type { StoryState } from './storyState'

/** Every row of the demo world. */
export interface DemoRows {
  readonly engineers: readonly Engineer[]
  readonly shifts: readonly Shift[]
  readonly customers: readonly DemoCustomerRows[]
  readonly accessRequests: readonly AccessRequest[]
  readonly tickets: readonly (StoryState & { readonly files: readonly StagedFile[] })[]
  readonly hash: string
  readonly now: Instant
}

/** Inserts the rows, one statement a table, in the order of their references, and notes each for the commit. */
export const insertDemo = async (tx: Queries, touched: Touched, { engineers, shifts, customers, accessRequests, tickets, hash, now }: DemoRows): Promise<void> => {
  const note = (table: SyncedTable, rows: readonly { readonly id: string }[]): void => {
    for (const { id } of rows) touched.put(table, id)
  }
  const sites = customers.flatMap((file) => file.sites)
  const contracts = customers.flatMap((file) => file.contracts)
  const contacts = customers.flatMap((file) => file.contacts)
  const servers = customers.flatMap((file) => file.servers)
  const integrations = customers.flatMap((file) => file.integrations)
  const serverNotes = customers.flatMap((file) => file.serverNotes)
  const events = tickets.flatMap((state) => state.events)
  const pages = tickets.flatMap((state) => state.page ?? [])
  const attachments = tickets.flatMap((state) =>
    state.files.map((file) => ({ ...file, ticketId: state.ticket.id, eventId: firstEventId(state), createdAt: state.ticket.receivedAt })),
  )

  await tx.insert(engineer).values([...engineers])
  await tx.insert(shift).values([...shifts])
  await tx.insert(customer).values(customers.map((file) => file.customer))
  await tx.insert(site).values(sites)
  await tx.insert(contract).values(contracts)
  await tx.insert(contact).values(contacts)
  await tx.insert(server).values(servers)
  await tx.insert(integration).values(integrations)
  await tx.insert(serverNote).values(serverNotes)
  if (accessRequests.length > 0) await tx.insert(accessRequest).values([...accessRequests])
  await tx.insert(ticket).values(tickets.map((state) => state.ticket))
  await tx.insert(timelineEvent).values(events)
  if (pages.length > 0) await tx.insert(page).values(pages)
  if (attachments.length > 0) await tx.insert(attachment).values(attachments)
  // One salt for all is a weakness that only a world of invented people may have: hashing 46 times takes seconds.
  await tx.insert(password).values([...engineers, ...contacts.filter(({ access }) => access !== 'none')].map(({ id }) => ({ personId: id, hash, changedAt: now })))

  note('engineer', engineers)
  note('shift', shifts)
  note('customer', customers.map((file) => file.customer))
  note('site', sites)
  note('contract', contracts)
  note('contact', contacts)
  note('server', servers)
  note('integration', integrations)
  note('serverNote', serverNotes)
  note('accessRequest', accessRequests)
  note('ticket', tickets.map((state) => state.ticket))
  note('timelineEvent', events)
  note('page', pages)
  note('attachment', attachments)
}

const firstEventId = ({ events, ticket: { brief } }: StoryState): string => {
  const [first] = events
  if (!first) throw new Error(`The ticket "${brief}" has no first timeline entry`)
  return first.id
}
