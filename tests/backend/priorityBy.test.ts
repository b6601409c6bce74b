import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrationsFolder } from '../../src/backend/db/migrationsFolder'
import { ticket, timelineEvent } from '../../src/backend/db/schema'
import { toInstant } from '../../src/domain/calendar/time'
import type { TicketFact } from '../../src/domain/ticket/ticket'
import { ticketRow } from '../../src/protocol/sync/ticketRows'
import { addTicket, worldStart } from '../fixtures/backendWorld'
import { openCustomerBackend } from '../fixtures/customerBackend'
import type { CustomerBackend } from '../fixtures/customerBackend'

let backend: CustomerBackend

beforeAll(async () => {
  backend = await openCustomerBackend()
})
afterAll(async () => backend.close())

const migrateAgain = async (): Promise<void> => {
  await backend.database.queries.execute(sql.raw(readFileSync(join(migrationsFolder, '0003_priority_by.sql'), 'utf8')))
}

test('P14 R49 tickets stored before facts told whose priority it was learn it from their timeline, and are readable', async () => {
  const reviewed = toInstant(worldStart + 60_123)
  const asked = toInstant(worldStart + 120_000)
  const old = (at: number, priority: string): TicketFact => ({ kind: 'priority', at, priority, productionDown: false }) as unknown as TicketFact
  const called: TicketFact = { kind: 'call', at: asked, outcome: 'reached' }
  const { id } = await addTicket(backend.database, { facts: [old(worldStart, 'high'), old(reviewed, 'low'), called, old(asked, 'medium')] })
  const readTicket = async () => (await backend.database.queries.select().from(ticket).where(eq(ticket.id, id)))[0]
  await backend.database.queries.insert(timelineEvent).values([
    { id: randomUUID(), ticketId: id, at: reviewed, actor: { kind: 'engineer', id: randomUUID(), name: 'Dana' }, body: { kind: 'priority', by: 'engineer', from: 'high', to: 'low', productionDown: false, reason: 'r' } },
    { id: randomUUID(), ticketId: id, at: asked, actor: { kind: 'customer', id: null, name: 'Pat' }, body: { kind: 'priority', by: 'customer', from: 'low', to: 'medium', productionDown: false, reason: '' } },
  ])
  expect(ticketRow.safeParse(await readTicket()).success).toBe(false)
  await migrateAgain()
  const row = ticketRow.parse(await readTicket())
  expect(row.facts).toEqual([{ ...old(worldStart, 'high'), by: 'customer' }, { ...old(reviewed, 'low'), by: 'engineer' }, called, { ...old(asked, 'medium'), by: 'customer' }])
  await migrateAgain()
  expect(ticketRow.parse(await readTicket())).toEqual(row)
})
