import { bigint, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { CommandResult } from '../../protocol/commands/push'
import { instant } from './columns'
import { engineer } from './firmTables'

/** One row. Its `seq` is taken by the LAST statement of every writing transaction, so commit order is number order. */
export const syncHead = pgTable('sync_head', {
  one: integer('one').primaryKey().default(1),
  epoch: uuid('epoch').notNull(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  scopeV: integer('scope_v').notNull(),
  /** Deletions up to this number are forgotten: a desk whose cursor is below it begins anew. */
  floor: bigint('floor', { mode: 'number' }).notNull().default(0),
})

/** How far the numbers had come at a time, noted by the retention job: the change log itself knows no time. */
export const headMark = pgTable('head_mark', {
  at: instant('at').primaryKey(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
})

/** What each commit touched; `op` is `put` or `delete`, and deletes serve as tombstones. */
export const changeLog = pgTable('change_log', {
  seq: bigint('seq', { mode: 'number' }).notNull(),
  table: text('table_name').notNull(),
  rowId: text('row_id').notNull(),
  op: text('op').$type<'put' | 'delete'>().notNull(),
}, (t) => [primaryKey({ columns: [t.seq, t.table, t.rowId] }), index().on(t.op, t.seq)])

/**
 * A desk's installation as one engineer uses it, and the last intent of the two that was dealt with. Two engineers on
 * one machine count apart, so that neither's number can ever answer for an intent of the other.
 */
export const device = pgTable('device', {
  id: uuid('id').notNull(),
  engineerId: uuid('engineer_id').notNull().references(() => engineer.id),
  name: text('name').notNull(),
  lastMut: bigint('last_mut', { mode: 'number' }).notNull(),
  createdAt: instant('created_at').notNull(),
  seenAt: instant('seen_at').notNull(),
  /** Set when somebody revoked it: its next call is answered with 410, and the desk wipes itself. */
  revokedAt: instant('revoked_at'),
}, (t) => [primaryKey({ columns: [t.id, t.engineerId] })])

/** The stored result of each intent, so that a repeated push answers the same. */
export const commandLog = pgTable('command_log', {
  deviceId: uuid('device_id').notNull(),
  engineerId: uuid('engineer_id').notNull(),
  mut: bigint('mut', { mode: 'number' }).notNull(),
  name: text('name').notNull(),
  args: jsonb('args').notNull(),
  result: jsonb('result').$type<CommandResult>().notNull(),
  at: instant('at').notNull(),
}, (t) => [
  primaryKey({ columns: [t.deviceId, t.engineerId, t.mut] }),
  foreignKey({ columns: [t.deviceId, t.engineerId], foreignColumns: [device.id, device.engineerId] }),
])
