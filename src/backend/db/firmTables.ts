import { boolean, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { EngineerRole } from '../../domain/access/engineer'
import type { Shift } from '../../domain/onCall/shift'
import type { PolicyValues } from '../../domain/policy/policy'
import { instant, rev, zone } from './columns'

export const policy = pgTable('policy', {
  id: text('id').$type<'policy'>().primaryKey(),
  rev: rev(),
  version: integer('version').notNull(),
  values: jsonb('values').$type<PolicyValues>().notNull(),
})

export const engineer = pgTable('engineer', {
  id: uuid('id').primaryKey(),
  rev: rev(),
  name: text('name').notNull(),
  initials: text('initials').notNull(),
  /** Stored in lower case. */
  email: text('email').notNull().unique(),
  phone: text('phone').notNull(),
  role: text('role').$type<EngineerRole>().notNull(),
  zone: zone('zone').notNull(),
  active: boolean('active').notNull(),
}, (t) => [index().on(t.rev)])

export const shift = pgTable('shift', {
  id: uuid('id').primaryKey(),
  rev: rev(),
  engineerId: uuid('engineer_id').notNull().references(() => engineer.id),
  rank: text('rank').$type<Shift['rank']>().notNull(),
  startsAt: instant('starts_at').notNull(),
  endsAt: instant('ends_at').notNull(),
  kind: text('kind').$type<Shift['kind']>().notNull().default('regular'),
  /** No foreign key: a covered shift may be removed, and what covered it then says so (R79). */
  coversShiftId: uuid('covers_shift_id'),
  reason: text('reason').notNull().default(''),
}, (t) => [index().on(t.rev), index().on(t.startsAt)])
