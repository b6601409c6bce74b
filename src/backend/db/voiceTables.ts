import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns'
import { ticket } from './ticketTables'

/**
 * Voicemails by the provider's call id, so that one told twice opens one ticket (P30). `recording`: `waiting` is fetched
 * from `nextTryAt` on, `kept` is an attachment, `none` was never told of, `lost` is given up for the reason in `detail`.
 */
export const incomingCall = pgTable('incoming_call', {
  callSid: text('call_sid').primaryKey(),
  ticketId: uuid('ticket_id').notNull().references(() => ticket.id),
  receivedAt: instant('received_at').notNull(),
  transcript: text('transcript').notNull(),
  recordingUrl: text('recording_url').notNull(),
  recording: text('recording').$type<'none' | 'waiting' | 'kept' | 'lost'>().notNull(),
  tries: integer('tries').notNull(),
  nextTryAt: instant('next_try_at').notNull(),
  detail: text('detail').notNull(),
}, (t) => [index().on(t.recording, t.nextTryAt)])
