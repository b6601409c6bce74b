import { sql } from 'drizzle-orm'
import type { Column, SQL } from 'drizzle-orm'
import type { SnapshotStage } from '../../../protocol/sync/snapshot'
import type { SyncedTable } from '../../../protocol/sync/tables'
import * as schema from '../../db/schema'

/** One table in one stage. */
export interface SnapshotPart {
  readonly stage: SnapshotStage
  readonly table: SyncedTable
}

/** What a row hangs on: the firm itself, a customer, a ticket, or nothing that is urgent. */
type Bond = { readonly to: 'firm' | 'nothing' } | { readonly to: 'customer' | 'ticket'; readonly by: Column }

/** In the order of sending: a ticket comes after its customer's name. A synced table without a bond does not compile. */
const bonds = {
  policy: { to: 'firm' },
  engineer: { to: 'firm' },
  shift: { to: 'firm' },
  customer: { to: 'customer', by: schema.customer.id },
  site: { to: 'customer', by: schema.site.customerId },
  contract: { to: 'customer', by: schema.contract.customerId },
  contact: { to: 'customer', by: schema.contact.customerId },
  server: { to: 'customer', by: schema.server.customerId },
  integration: { to: 'customer', by: schema.integration.customerId },
  serverNote: { to: 'customer', by: schema.serverNote.customerId },
  ticket: { to: 'ticket', by: schema.ticket.id },
  timelineEvent: { to: 'ticket', by: schema.timelineEvent.ticketId },
  attachment: { to: 'ticket', by: schema.attachment.ticketId },
  page: { to: 'ticket', by: schema.page.ticketId },
  accessRequest: { to: 'nothing' },
} as const satisfies Record<SyncedTable, Bond>

const inOrder = Object.keys(bonds) as readonly SyncedTable[]

/** The parts of a snapshot of `tables`, in the order of sending. */
export const snapshotParts = (tables: readonly SyncedTable[]): readonly SnapshotPart[] => {
  const of = (stage: SnapshotStage, wanted: (bond: Bond) => boolean): readonly SnapshotPart[] =>
    inOrder.filter((table) => tables.includes(table) && wanted(bonds[table])).map((table) => ({ stage, table }))
  const around = ({ to }: Bond): boolean => to === 'customer' || to === 'ticket'
  return [...of('firm', ({ to }) => to === 'firm'), ...of('urgent', around), ...of('open', around), ...of('rest', ({ to }) => to !== 'firm')]
}

/** `effectivePriority` of the domain, as the database asks it (R46, R49). */
const urgent = sql`coalesce(near.engineer_priority, near.customer_priority) = 'urgent' and near.environment <> 'test'`

/**
 * Which rows of a table belong to a stage of the snapshot that began at `upTo`. Chunks are read one after the other, so a
 * ticket may be opened, closed or made Urgent between two. None of its rows is missed, because a stage leaves out only
 * what hangs on a ticket that has NOT changed since `upTo`: such a ticket stood in its stage all the time, so
 * what hangs on it was sent there. What hangs on a changed ticket is sent by the last stage, twice at worst; and the
 * changed row itself has a number above `upTo`, so the pull after the snapshot brings it.
 */
export const partCondition = ({ stage, table }: SnapshotPart, upTo: number): SQL | undefined => {
  const bond: Bond = bonds[table]
  if (!('by' in bond)) return undefined
  const key = bond.to === 'ticket' ? sql`near.id` : sql`near.customer_id`
  // `is true` keeps the planner from joining: with old statistics it would compare every row with every ticket.
  const hangsOn = (which: SQL): SQL =>
    sql`(${bond.by} in (select ${key} from ${schema.ticket} near where near.rev <= ${upTo} and near.state in ('open', 'waiting') and ${key} is not null and ${which})) is true`
  if (stage === 'urgent') return hangsOn(urgent)
  if (stage === 'open') return sql`${hangsOn(sql`true`)} and not ${hangsOn(urgent)}`
  return sql`not ${hangsOn(sql`true`)}`
}
