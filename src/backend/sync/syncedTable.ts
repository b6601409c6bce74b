import type { SyncedTable } from '../../protocol/sync/tables'
import * as schema from '../db/schema'

/** The database's table behind each synced one; a table of the wire without one does not compile. */
export const syncedTable = {
  policy: schema.policy,
  engineer: schema.engineer,
  shift: schema.shift,
  customer: schema.customer,
  site: schema.site,
  contract: schema.contract,
  contact: schema.contact,
  server: schema.server,
  integration: schema.integration,
  serverNote: schema.serverNote,
  ticket: schema.ticket,
  timelineEvent: schema.timelineEvent,
  attachment: schema.attachment,
  page: schema.page,
  accessRequest: schema.accessRequest,
} as const satisfies Record<SyncedTable, unknown>
