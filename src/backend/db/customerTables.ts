import { boolean, index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { AccessRequest } from '../../domain/access/accessRequest'
import type { Contact, ContactAbilities, ContactAccess, Contract, Customer, Integration, PortalSignInFacts, Server, ServerNote } from '../../domain/customer/customer'
import type { Environment } from '../../domain/ticket/ticket'
import { calendarDate, instant, rev, zone } from './columns'

export const customer = pgTable('customer', {
  id: uuid('id').primaryKey(),
  rev: rev(),
  name: text('name').notNull(),
  accountNumber: text('account_number').notNull().unique(),
  phone: text('phone').notNull(),
  accountManager: jsonb('account_manager').$type<Customer['accountManager']>().notNull(),
  maintenanceWindow: text('maintenance_window').notNull(),
  quirks: text('quirks').notNull(),
}, (t) => [index().on(t.rev)])

const customerId = () => uuid('customer_id').notNull().references(() => customer.id)

export const site = pgTable('site', {
  id: uuid('id').primaryKey(),
  rev: rev(),
  customerId: customerId(),
  name: text('name').notNull(),
  city: text('city').notNull(),
  region: text('region').notNull(),
  zone: zone('zone').notNull(),
  main: boolean('main').notNull(),
}, (t) => [index().on(t.rev), index().on(t.customerId)])

export const contract = pgTable('contract', {
  id: uuid('id').primaryKey(),
  rev: rev(),
  customerId: customerId(),
  kind: text('kind').$type<Contract['kind']>().notNull(),
  startsOn: calendarDate('starts_on').notNull(),
  endsOn: calendarDate('ends_on').notNull(),
  graceUntil: calendarDate('grace_until'),
}, (t) => [index().on(t.rev), index().on(t.customerId)])

export const contact = pgTable('contact', {
  id: uuid('id').primaryKey(),
  rev: rev(),
  customerId: customerId(),
  siteId: uuid('site_id').references(() => site.id),
  name: text('name').notNull(),
  title: text('title').notNull(),
  /** Stored in lower case. */
  email: text('email').notNull().unique(),
  phone: text('phone').notNull(),
  access: text('access').$type<ContactAccess>().notNull(),
  accessUntil: instant('access_until'),
  abilities: jsonb('abilities').$type<ContactAbilities>().notNull(),
  abilitiesSet: jsonb('abilities_set').$type<NonNullable<Contact['abilitiesSet']>>(),
  signIn: jsonb('sign_in').$type<PortalSignInFacts>().notNull().default({ passwordSetAt: null, linkSentAt: null, linkUntil: null }),
}, (t) => [index().on(t.rev), index().on(t.customerId)])

export const server = pgTable('server', {
  id: uuid('id').primaryKey(),
  rev: rev(),
  customerId: customerId(),
  siteId: uuid('site_id').references(() => site.id),
  role: text('role').notNull(),
  hostName: text('host_name').notNull(),
  environment: text('environment').$type<Environment>().notNull(),
  addresses: jsonb('addresses').$type<Server['addresses']>().notNull(),
  operatingSystem: text('operating_system').notNull(),
  rightFaxVersion: text('right_fax_version'),
  verifiedAt: instant('verified_at'),
  verifiedBy: text('verified_by'),
}, (t) => [index().on(t.rev), index().on(t.customerId)])

export const integration = pgTable('integration', {
  id: uuid('id').primaryKey(),
  rev: rev(),
  customerId: customerId(),
  serverId: uuid('server_id').references(() => server.id),
  kind: text('kind').$type<Integration['kind']>().notNull(),
  name: text('name').notNull(),
  ip: text('ip'),
}, (t) => [index().on(t.rev), index().on(t.customerId)])

/** What only those who work on servers read: a table of its own, so that a desk can lack it (P10). */
export const serverNote = pgTable('server_note', {
  id: uuid('id').primaryKey(),
  rev: rev(),
  customerId: customerId(),
  about: text('about').$type<ServerNote['about']>().notNull(),
  /** No foreign key: it may be of three tables. */
  aboutId: uuid('about_id').notNull(),
  text: text('text').notNull(),
}, (t) => [index().on(t.rev), index().on(t.customerId), unique().on(t.about, t.aboutId)])

/** Requests for access to the portal (R24, R32–R34): a list of their own, apart from the tickets. */
export const accessRequest = pgTable('access_request', {
  id: uuid('id').primaryKey(),
  rev: rev(),
  customerId: uuid('customer_id').references(() => customer.id),
  kind: text('kind').$type<AccessRequest['kind']>().notNull(),
  name: text('name'),
  phone: text('phone'),
  email: text('email'),
  requestedBy: jsonb('requested_by').$type<AccessRequest['requestedBy']>().notNull(),
  requestedAt: instant('requested_at').notNull(),
  text: text('text').notNull().default(''),
  state: text('state').$type<AccessRequest['state']>().notNull(),
  contactId: uuid('contact_id').references(() => contact.id),
  decision: jsonb('decision').$type<NonNullable<AccessRequest['decision']>>(),
}, (t) => [index().on(t.rev), index().on(t.state), index().on(t.contactId)])

/** Links by which one primary contact confirms or denies one temporary access (R34, P44). The token is stored as a hash only. */
export const accessLink = pgTable('access_link', {
  tokenHash: text('token_hash').primaryKey(),
  requestId: uuid('request_id').notNull().references(() => accessRequest.id),
  /** The primary contact whom it was mailed to: nobody else can use it. */
  contactId: uuid('contact_id').notNull().references(() => contact.id),
  createdAt: instant('created_at').notNull(),
}, (t) => [index().on(t.requestId)])
