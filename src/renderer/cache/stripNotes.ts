import type { Transaction } from 'dexie'

/** Fields that version 4 kept in the clear and that now travel as server notes. */
const moved = { customer: 'remoteAccess', server: 'notes', integration: 'notes' } as const

/** Takes what is a server note now out of rows kept before (P10); the notes themselves come with the next pull. */
export const stripNotes = async (upgrade: Transaction): Promise<void> => {
  for (const [table, field] of Object.entries(moved)) {
    await upgrade.table(table).toCollection().modify((row: Record<string, unknown>) => {
      delete row[field]
    })
  }
}
