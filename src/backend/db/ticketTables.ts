import { bigint, boolean, index, jsonb, pgSequence, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { PageDecision } from '../../domain/afterHours/page'
import type {
  AnswerBy,
  Channel,
  Environment,
  HeldReason,
  Priority,
  Requester,
  TicketFact,
  TicketState,
} from '../../domain/ticket/ticket'
import type { Actor, TimelineBody } from '../../domain/ticket/timelineEvent'
import { instant, rev, zone } from './columns'
import { contact, customer, site } from './customerTables'
import { engineer } from './firmTables'

/** Numbers people say on the phone. Gaps are harmless: they order nothing. */
export const ticketNumber = pgSequence('ticket_number', { startWith: 10001 })

export const ticket = pgTable('ticket', {
  id: uuid('id').primaryKey(),
  rev: rev(),
  number: bigint('number', { mode: 'number' }).notNull().unique(),
  customerId: uuid('customer_id').references(() => customer.id),
  siteId: uuid('site_id').references(() => site.id),
  contactId: uuid('contact_id').references(() => contact.id),
  requester: jsonb('requester').$type<Requester>().notNull(),
  zone: zone('zone').notNull(),
  channel: text('channel').$type<Channel>().notNull(),
  brief: text('brief').notNull(),
  receivedAt: instant('received_at').notNull(),
  customerPriority: text('customer_priority').$type<Priority>().notNull(),
  engineerPriority: text('engineer_priority').$type<Priority>(),
  productionDown: boolean('production_down').notNull(),
  environment: text('environment').$type<Environment>().notNull(),
  answerBy: text('answer_by').$type<AnswerBy>().notNull(),
  state: text('state').$type<TicketState>().notNull(),
  heldReason: text('held_reason').$type<HeldReason>(),
  assigneeId: uuid('assignee_id').references(() => engineer.id),
  acknowledgedAt: instant('acknowledged_at'),
  acknowledgedBy: uuid('acknowledged_by').references(() => engineer.id),
  facts: jsonb('facts').$type<readonly TicketFact[]>().notNull(),
  unansweredSince: instant('unanswered_since'),
  lastActivityAt: instant('last_activity_at').notNull(),
}, (t) => [index().on(t.rev), index().on(t.customerId), index().on(t.contactId), index().on(t.state)])

export const timelineEvent = pgTable('timeline_event', {
  id: uuid('id').primaryKey(),
  rev: rev(),
  ticketId: uuid('ticket_id').notNull().references(() => ticket.id),
  at: instant('at').notNull(),
  actor: jsonb('actor').$type<Actor>().notNull(),
  body: jsonb('body').$type<TimelineBody>().notNull(),
}, (t) => [index().on(t.rev), index().on(t.ticketId)])

export const attachment = pgTable('attachment', {
  id: uuid('id').primaryKey(),
  rev: rev(),
  ticketId: uuid('ticket_id').notNull().references(() => ticket.id),
  eventId: uuid('event_id').notNull().references(() => timelineEvent.id),
  name: text('name').notNull(),
  mediaType: text('media_type').notNull(),
  size: bigint('size', { mode: 'number' }).notNull(),
  sha256: text('sha256').notNull(),
  createdAt: instant('created_at').notNull(),
}, (t) => [index().on(t.rev), index().on(t.ticketId)])

export const page = pgTable('page', {
  id: uuid('id').primaryKey(),
  rev: rev(),
  ticketId: uuid('ticket_id').notNull().references(() => ticket.id),
  createdAt: instant('created_at').notNull(),
  decision: jsonb('decision').$type<PageDecision>().notNull(),
  engineerId: uuid('engineer_id').references(() => engineer.id),
  state: text('state').$type<'planned' | 'acknowledged'>().notNull(),
  acknowledgedAt: instant('acknowledged_at'),
  acknowledgedBy: uuid('acknowledged_by').references(() => engineer.id),
}, (t) => [index().on(t.rev), index().on(t.ticketId)])
