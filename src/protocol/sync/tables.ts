import type { z } from 'zod'
import { accessRequestRow } from './accessRequestRow'
import { contactRow, contractRow, customerRow, integrationRow, serverNoteRow, serverRow, siteRow } from './customerRows'
import { engineerRow, policyRow, shiftRow } from './firmRows'
import { pageRow } from './pageRows'
import { attachmentRow, ticketRow } from './ticketRows'
import { timelineEventRow } from './timelineEventRow'

/** Every table that travels to a desk, with the schema of its rows. A table missing here does not sync. */
export const syncedTables = {
  policy: policyRow,
  engineer: engineerRow,
  shift: shiftRow,
  customer: customerRow,
  site: siteRow,
  contract: contractRow,
  contact: contactRow,
  server: serverRow,
  integration: integrationRow,
  serverNote: serverNoteRow,
  ticket: ticketRow,
  timelineEvent: timelineEventRow,
  attachment: attachmentRow,
  page: pageRow,
  accessRequest: accessRequestRow,
} as const

export type SyncedTable = keyof typeof syncedTables

/** The row type of each synced table. */
export type SyncedRow<T extends SyncedTable> = z.infer<(typeof syncedTables)[T]>

export const syncedTableNames = Object.keys(syncedTables) as readonly SyncedTable[]

/** Whether a name from the wire is a table this version knows. */
export const isSyncedTable = (name: string): name is SyncedTable => Object.hasOwn(syncedTables, name)
