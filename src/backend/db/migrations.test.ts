import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrationsFolder } from './migrationsFolder'

const ids = {
  ticket: '11111111-1111-4111-8111-111111111111',
  received: '22222222-2222-4222-8222-222222222222',
  reviewed: '33333333-3333-4333-8333-333333333333',
  engineer: '44444444-4444-4444-8444-444444444444',
  shift: '55555555-5555-4555-8555-555555555555',
  customer: '66666666-6666-4666-8666-666666666666',
  contact: '77777777-7777-4777-8777-777777777777',
  stranger: '88888888-8888-4888-8888-888888888888',
}
const receivedAt = Date.UTC(2026, 10, 24, 16, 0)
const reviewedAt = receivedAt + 90_123
const at = (milliseconds: number): string => new Date(milliseconds).toISOString()

let engine: PGlite

const run = async (from: number, to: number): Promise<void> => {
  const files = readdirSync(migrationsFolder).filter((file) => file.endsWith('.sql')).toSorted()
  for (const file of files.slice(from, to)) await engine.exec(readFileSync(join(migrationsFolder, file), 'utf8'))
}

beforeAll(async () => {
  engine = await PGlite.create()
})
afterAll(async () => engine.close())

test('P14 rows of the first schema live on: facts learn who set a priority, shifts that they are regular, contacts how they sign in (R35)', async () => {
  await run(0, 1)
  const facts = [
    { kind: 'priority', at: receivedAt, priority: 'medium', productionDown: false },
    { kind: 'call', at: receivedAt + 60_000, outcome: 'noAnswer' },
    { kind: 'priority', at: reviewedAt, priority: 'high', productionDown: false },
  ]
  await engine.query(
    `insert into engineer (id, name, initials, email, phone, role, zone, active) values ($1, 'Priya Raman', 'PR', 'priya@x.example', '1', 'helpdesk', 'America/Chicago', true)`,
    [ids.engineer],
  )
  await engine.query(`insert into shift (id, engineer_id, rank, starts_at, ends_at) values ($1, $2, 'primary', $3, $4)`, [ids.shift, ids.engineer, at(receivedAt), at(reviewedAt)])
  await engine.query(
    `insert into ticket (id, number, requester, zone, channel, brief, received_at, customer_priority, production_down, environment, answer_by, state, facts, last_activity_at)
     values ($1, 10042, '{}', 'America/Chicago', 'portal', 'Faxes arrive late', $2, 'medium', false, 'production', 'phone', 'open', $3, $2)`,
    [ids.ticket, at(receivedAt), JSON.stringify(facts)],
  )
  const event = `insert into timeline_event (id, ticket_id, at, actor, body) values ($1, $2, $3, '{}', $4)`
  await engine.query(event, [ids.received, ids.ticket, at(receivedAt), JSON.stringify({ kind: 'received' })])
  await engine.query(event, [ids.reviewed, ids.ticket, at(reviewedAt), JSON.stringify({ kind: 'priority', by: 'engineer' })])

  await engine.query(`insert into sync_head (epoch, seq, scope_v) values (gen_random_uuid(), 41, 0) on conflict do nothing`)
  await engine.query(`insert into customer (id, name, account_number, phone, account_manager, remote_access, maintenance_window, quirks) values ($1, 'Lakeside', 'A-1', '', '{}', '', '', '')`, [ids.customer])
  const person = `insert into contact (id, customer_id, name, title, email, phone, access, abilities) values ($1, $2, 'Ana Ortiz', '', $3, '', 'primary', '{}')`
  await engine.query(person, [ids.contact, ids.customer, 'ana@lakeside.example'])
  await engine.query(person, [ids.stranger, ids.customer, 'kim@lakeside.example'])
  await engine.query(`insert into password (person_id, hash, changed_at) values ($1, 'x', $2)`, [ids.contact, at(reviewedAt)])

  await run(1, Number.POSITIVE_INFINITY)

  const { rows } = await engine.query<{ facts: unknown }>('select facts from ticket')
  expect(rows[0]?.facts).toEqual([{ ...facts[0], by: 'customer' }, facts[1], { ...facts[2], by: 'engineer' }])
  const shifts = await engine.query('select kind, covers_shift_id, reason from shift')
  expect(shifts.rows).toEqual([{ kind: 'regular', covers_shift_id: null, reason: '' }])
  const people = await engine.query<{ readonly rev: number; readonly seq: number }>('select name, sign_in, abilities_set, rev::int, (select seq::int from sync_head) as seq from contact order by email')
  const never = { passwordSetAt: null, linkSentAt: null, linkUntil: null }
  expect(people.rows).toMatchObject([{ sign_in: { ...never, passwordSetAt: reviewedAt }, abilities_set: null }, { sign_in: never, abilities_set: null }])
  expect(people.rows.every(({ rev, seq }) => rev === seq && rev > 0)).toBe(true)
})

test('P14 P10 what was written about servers becomes notes of their own, under one number that every desk is told of', async () => {
  const upgraded = await PGlite.create()
  const files = readdirSync(migrationsFolder).filter((file) => file.endsWith('.sql')).toSorted()
  const moving = files.findIndex((file) => file.endsWith('_scopes.sql'))
  const runFiles = async (names: readonly string[]): Promise<void> => {
    for (const name of names) await upgraded.exec(readFileSync(join(migrationsFolder, name), 'utf8'))
  }
  try {
    await runFiles(files.slice(0, moving))
    await upgraded.query(`insert into sync_head (epoch, seq, scope_v) values ($1, 41, 1)`, [ids.ticket])
    await upgraded.query(`insert into customer (id, rev, name, account_number, phone, account_manager, remote_access, maintenance_window, quirks) values ($1, 7, 'A', '1', '', '{}', 'Jump host', '', '')`, [ids.received])
    const server = `insert into server (id, rev, customer_id, role, host_name, environment, addresses, operating_system, notes) values ($1, 7, $2, '', '', 'production', '[]', '', $3)`
    await upgraded.query(server, [ids.reviewed, ids.received, 'Reboot on Sundays'])
    await upgraded.query(server, [ids.engineer, ids.received, ''])
    await runFiles(files.slice(moving, moving + 1))
    const notes = await upgraded.query('select rev, customer_id, about, about_id, text from server_note order by about')
    expect(notes.rows).toEqual([
      { rev: 42, customer_id: ids.received, about: 'customer', about_id: ids.received, text: 'Jump host' },
      { rev: 42, customer_id: ids.received, about: 'server', about_id: ids.reviewed, text: 'Reboot on Sundays' },
    ])
    const log = await upgraded.query<{ seq: number }>(`select seq, table_name, op from change_log`)
    expect(log.rows).toEqual(Array.from({ length: 2 }, () => ({ seq: 42, table_name: 'serverNote', op: 'put' })))
    expect((await upgraded.query('select seq, floor from sync_head')).rows).toEqual([{ seq: 42, floor: 0 }])
  } finally {
    await upgraded.close()
  }
})
