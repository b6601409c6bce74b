import { index, pgTable, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns'

/** Every file from before its first byte, until it is a day old and either owned or removed. */
export const stagedFile = pgTable('staged_file', {
  id: uuid('id').primaryKey(),
  stagedAt: instant('staged_at').notNull(),
}, (t) => [index().on(t.stagedAt)])
