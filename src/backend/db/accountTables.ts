import { boolean, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { ContactCommand } from '../../domain/customer/contactCommand'
import { instant } from './columns'
import { contact } from './customerTables'
import { engineer } from './firmTables'
import { timelineEvent, ticket } from './ticketTables'

/** An argon2id hash for exactly one person: an engineer or a portal user. Never synced. */
export const password = pgTable('password', {
  /** Id of the engineer or the contact. */
  personId: uuid('person_id').primaryKey(),
  hash: text('hash').notNull(),
  changedAt: instant('changed_at').notNull(),
})

/** Desk sessions. Tokens are stored as SHA-256 only; `family` ends as a whole when an old refresh token is used again. */
export const deskSession = pgTable('desk_session', {
  id: uuid('id').primaryKey(),
  family: uuid('family').notNull(),
  engineerId: uuid('engineer_id').notNull().references(() => engineer.id),
  deviceId: uuid('device_id').notNull(),
  accessHash: text('access_hash').notNull().unique(),
  accessExpiresAt: instant('access_expires_at').notNull(),
  refreshHash: text('refresh_hash').notNull().unique(),
  refreshExpiresAt: instant('refresh_expires_at').notNull(),
  refreshUsed: boolean('refresh_used').notNull(),
  endedAt: instant('ended_at'),
  createdAt: instant('created_at').notNull(),
}, (t) => [index().on(t.family), index().on(t.engineerId)])

/** Portal sessions, by the hash of their cookie. */
export const portalSession = pgTable('portal_session', {
  id: uuid('id').primaryKey(),
  contactId: uuid('contact_id').notNull().references(() => contact.id),
  tokenHash: text('token_hash').notNull().unique(),
  /** Sent with each form against cross-site posts. */
  formToken: text('form_token').notNull(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  endedAt: instant('ended_at'),
})

/** Mailed links for a new password, by the hash of their token: each works once, until `expiresAt` (R35). Never synced. */
export const passwordLink = pgTable('password_link', {
  tokenHash: text('token_hash').primaryKey(),
  contactId: uuid('contact_id').notNull().references(() => contact.id),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  /** When it was used, or a newer one took its place. */
  endedAt: instant('ended_at'),
}, (t) => [index().on(t.contactId)])

/** What engineers did for contacts, under the event of each command: one that is delivered twice takes effect once (P4). Append-only, never synced. */
export const contactAct = pgTable('contact_act', {
  id: uuid('id').primaryKey(),
  contactId: uuid('contact_id').notNull().references(() => contact.id),
  engineerId: uuid('engineer_id').notNull().references(() => engineer.id),
  at: instant('at').notNull(),
  command: jsonb('command').$type<ContactCommand>().notNull(),
}, (t) => [index().on(t.contactId)])

/** Mail to be sent: durable, retried, its outcome told on the timeline. */
export const outgoingMail = pgTable('outgoing_mail', {
  id: uuid('id').primaryKey(),
  ticketId: uuid('ticket_id').references(() => ticket.id),
  eventId: uuid('event_id').references(() => timelineEvent.id),
  to: text('to_address').notNull(),
  subject: text('subject').notNull(),
  text: text('text').notNull(),
  headers: jsonb('headers').$type<Readonly<Record<string, string>>>().notNull(),
  state: text('state').$type<'queued' | 'sent' | 'kept' | 'failed'>().notNull(),
  detail: text('detail').notNull(),
  createdAt: instant('created_at').notNull(),
  nextTryAt: instant('next_try_at').notNull(),
  settledAt: instant('settled_at'),
  /** The text holds a secret and is blanked once the mail is settled. */
  secret: boolean('secret').notNull().default(false),
}, (t) => [index().on(t.state, t.nextTryAt)])

/** Incoming mail by its key: a mail delivered twice opens one ticket; one that cannot be placed is kept as it came. */
export const incomingMail = pgTable('incoming_mail', {
  id: uuid('id').primaryKey(),
  /** Message-ID and a digest of what the mail says, with a space between; null when it had no Message-ID. */
  messageId: text('message_id').unique(),
  /** Where a polled mail lay: mailbox, UIDVALIDITY and UID; null for what came by SMTP. */
  sourceKey: text('source_key').unique(),
  from: text('from_address').notNull(),
  subject: text('subject').notNull(),
  receivedAt: instant('received_at').notNull(),
  outcome: text('outcome').$type<'ticket' | 'reply' | 'voicemail' | 'accessRequest' | 'quarantined' | 'refused'>().notNull(),
  reason: text('reason').notNull(),
  ticketId: uuid('ticket_id').references(() => ticket.id),
  /** Name of the kept raw message in the file store; null when it became a ticket or a reply at once. */
  rawName: text('raw_name'),
  /** How a held mail begins, as plain text; empty for others. */
  preview: text('preview').notNull().default(''),
  /** Recipients of the envelope of a held mail: a reply token may be in one. */
  envelopeTo: jsonb('envelope_to').$type<readonly string[]>().notNull().default([]),
  /** The ticket a held mail answers, by our token and a sender who may; null = none. Asked again when it is released. */
  answersTicketId: uuid('answers_ticket_id').references(() => ticket.id),
  /** What somebody did with a held mail, once; null = it still waits. What was discarded stays stored. */
  settledAs: text('settled_as').$type<'released' | 'discarded'>(),
  settledAt: instant('settled_at'),
  settledBy: uuid('settled_by').references(() => engineer.id),
  settledReason: text('settled_reason').notNull().default(''),
}, (t) => [index().on(t.from, t.receivedAt), index().on(t.outcome, t.settledAs, t.receivedAt)])
