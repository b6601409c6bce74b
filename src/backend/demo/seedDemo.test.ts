import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { count, eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { toInstant } from '../../domain/calendar/time'
import { checkPassword, hashPassword } from '../accounts/hashPassword'
import type { Database } from '../db/database'
import { openEmbedded } from '../db/openEmbedded'
import { attachment, changeLog, contact, customer, engineer, page, password, shift, syncHead, ticket, timelineEvent } from '../db/schema'
import { createLog } from '../config/createLog'
import type { FileStore } from '../context'
import { createFileStore } from '../files/createFileStore'
import { openDiskBytes } from '../files/openDiskBytes'
import { layTemplate } from '../../../tests/fixtures/embeddedTemplate'
import { seedDemo } from './seedDemo'
import type { DemoSignIns } from './seedDemo'

const now = toInstant(Date.parse('2026-11-24T16:10:00Z'))
const folder = mkdtempSync(join(tmpdir(), 'demo-'))
let files: FileStore
/** The first start of an embedded engine on a busy machine, in milliseconds. */
const engineStart = 120_000
let database: Database
let signIns: DemoSignIns

beforeAll(async () => {
  layTemplate(inject('embeddedTemplate'), folder)
  database = await openEmbedded(folder)
  files = createFileStore(openDiskBytes(folder), { database, now: () => now, log: createLog({ write: () => undefined }) })
  signIns = await seedDemo({ database, now, hashPassword, files })
}, engineStart)

afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

const rowsOf = async (table: typeof customer | typeof ticket | typeof engineer | typeof shift | typeof page | typeof attachment): Promise<number> => {
  const [row] = await database.queries.select({ rows: count() }).from(table)
  return row?.rows ?? 0
}

test('is one commit that every desk is told of', async () => {
  const [head] = await database.queries.select().from(syncHead)
  const logged = await database.queries.select({ seq: changeLog.seq, table: changeLog.table }).from(changeLog).where(eq(changeLog.seq, head?.seq ?? 0))
  expect(logged.length).toBeGreaterThan(400)
  expect(new Set(logged.map((row) => row.table)).size).toBe(14)
  const stamped = await database.queries.select({ rev: ticket.rev }).from(ticket)
  expect(new Set(stamped.map(({ rev }) => rev))).toEqual(new Set([head?.seq]))
})

test('numbers the tickets in the order of their receipt and leaves the next number free', async () => {
  const rows = await database.queries.select().from(ticket).orderBy(ticket.number)
  expect(rows).toHaveLength(60)
  expect(rows.map(({ receivedAt }) => receivedAt)).toEqual(rows.map(({ receivedAt }) => receivedAt).toSorted((a, b) => a - b))
  const taken = (await database.queries.execute("select nextval('ticket_number') as number")) as unknown as { rows: { number: string | number }[] }
  expect(Number(taken.rows[0]?.number)).toBeGreaterThan(rows.at(-1)?.number ?? Infinity)
})

test('lets the engineer and the portal user it names sign in, and nobody without access', async () => {
  const [known] = await database.queries.select().from(engineer).where(eq(engineer.email, signIns.email))
  const [customerSide] = await database.queries.select().from(contact).where(eq(contact.email, signIns.portal.email))
  expect(known?.role).toBe('helpdesk')
  expect(customerSide?.access).toBe('primary')
  const hashes = await database.queries.select().from(password).where(inArray(password.personId, [known?.id ?? '', customerSide?.id ?? '']))
  expect(hashes).toHaveLength(2)
  for (const { hash } of hashes) expect(await checkPassword(hash, signIns.password)).toBe(true)
  const strangers = await database.queries.select({ id: contact.id }).from(contact).innerJoin(password, eq(password.personId, contact.id)).where(eq(contact.access, 'none'))
  expect(strangers).toEqual([])
})

test('keeps the bytes of its attachments, tied to the message they came with', async () => {
  const rows = await database.queries.select().from(attachment).innerJoin(timelineEvent, eq(timelineEvent.id, attachment.eventId))
  expect(rows.length).toBeGreaterThanOrEqual(4)
  for (const row of rows) {
    expect(row.timeline_event.body.kind).toBe('received')
    expect(row.timeline_event.ticketId).toBe(row.attachment.ticketId)
    expect((await buffer(await files.open(row.attachment.id))).length).toBe(row.attachment.size)
  }
})

test('leaves a database with customers as it is and still answers', async () => {
  const before = [await rowsOf(customer), await rowsOf(ticket), await rowsOf(engineer), await rowsOf(shift), await rowsOf(page), await rowsOf(attachment)]
  const again = await seedDemo({ database, now: toInstant(now + 86_400_000), hashPassword, files })
  expect(again).toEqual(signIns)
  expect([await rowsOf(customer), await rowsOf(ticket), await rowsOf(engineer), await rowsOf(shift), await rowsOf(page), await rowsOf(attachment)]).toEqual(before)
})
