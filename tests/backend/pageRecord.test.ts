import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { page, policy, ticket, timelineEvent } from '../../src/backend/db/schema'
import { readPolicy } from '../../src/backend/intake/readPolicy'
import { replayPage } from '../../src/domain/afterHours/replayPage'
import { whatIf } from '../../src/domain/afterHours/whatIf'
import { toInstant } from '../../src/domain/calendar/time'
import { pageRow } from '../../src/protocol/sync/pageRows'
import { timelineEventRow } from '../../src/protocol/sync/timelineEventRow'
import { addPortalCustomer, openCustomerBackend } from '../fixtures/customerBackend'
import type { CustomerBackend } from '../fixtures/customerBackend'
import { hiddenField, openBrowser } from '../fixtures/portalBrowser'

let backend: CustomerBackend

beforeAll(async () => {
  backend = await openCustomerBackend()
})
afterAll(async () => backend.close())

/** The account that sent a request by the portal at `at`. */
const requestedAt = async (at: number, brief: string, priority: string): Promise<string> => {
  backend.setNow(toInstant(at))
  const customer = await addPortalCustomer(backend.database)
  const browser = openBrowser(backend.app)
  await browser.signIn(customer.email)
  const form = (await browser.get('/requests/new')).body
  const fields = { formToken: hiddenField(form, 'formToken'), submissionId: hiddenField(form, 'submissionId'), environment: 'production', answerBy: 'phone', priority }
  await browser.postFiles('/requests', { ...fields, brief })
  return customer.customerId
}

/** The page row of an Urgent that a 24×7 customer sends by the portal at `at`. */
const pagedAt = async (at: number, brief: string) => {
  const customerId = await requestedAt(at, brief, 'urgent')
  const [row] = await backend.database.queries
    .select({ page })
    .from(page)
    .innerJoin(ticket, eq(ticket.id, page.ticketId))
    .where(eq(ticket.customerId, customerId))
  if (row === undefined) throw new Error(`nobody was paged for "${brief}"`)
  return row.page
}

test('P28 R75 an Urgent about an upgrade pages, and its stored record is decided again as it was', async () => {
  const { decision, ...row } = await pagedAt(Date.UTC(2026, 10, 25, 2, 0), 'Upgrade to 21.2 failed, please help to install')
  expect(decision).toMatchObject({ occasion: 'receipt', page: true, firstTo: 'onCall', rotaFrom: row.createdAt })
  expect(replayPage(decision)).toMatchObject({ same: true, differences: [], outcomes: [] })
  expect(whatIf(decision, { channel: 'email' })?.decision.page).toBe(false)
  expect(pageRow.parse({ ...row, decision }).decision).toEqual(decision)
})

test('P28 R69 a request that wakes nobody keeps on its timeline why, to be decided again and asked what if', async () => {
  const customerId = await requestedAt(Date.UTC(2026, 10, 25, 2, 30), 'Cover page looks odd', 'high')
  const events = await backend.database.queries
    .select({ event: timelineEvent })
    .from(timelineEvent)
    .innerJoin(ticket, eq(ticket.id, timelineEvent.ticketId))
    .where(eq(ticket.customerId, customerId))
  const bodies = events.map(({ event }) => timelineEventRow.parse(event).body)
  const told = bodies.find((body) => body.kind === 'page')
  expect(told).toMatchObject({ paged: false, pageId: null, decision: { page: false, occasion: 'receipt' } })
  const decision = told?.decision
  if (!decision) throw new Error('the decision was not kept')
  expect(replayPage(decision)).toMatchObject({ same: true })
  expect(whatIf(decision, { customerPriority: 'urgent' })).toMatchObject({ decision: { page: true }, differences: [{ gate: 'priority' }] })
})

test('R80 while the desk is staffed for other zones it is paged first, and the rota five minutes later', async () => {
  const { decision, createdAt } = await pagedAt(Date.UTC(2026, 10, 24, 23, 30), 'Inbound faxing stopped')
  expect(decision).toMatchObject({ page: true, firstTo: 'staffedQueue', rotaFrom: createdAt + 5 * 60_000 })
})

test('R80 a changed number of the policy counts from the next request on, and until then the record is one object', async () => {
  const { queries } = backend.database
  const before = await readPolicy(queries)
  expect(await readPolicy(queries)).toBe(before)
  const values = { ...before.values, staffedFirstMinutes: 0 }
  await backend.database.write(async (tx, touched) => {
    await tx.update(policy).set({ values, version: before.version + 1 })
    touched.put('policy', 'policy')
  })
  expect(await readPolicy(queries)).toMatchObject({ version: before.version + 1, values: { staffedFirstMinutes: 0 } })
  const { decision, createdAt } = await pagedAt(Date.UTC(2026, 10, 24, 23, 40), 'Outbound faxing stopped')
  expect(decision).toMatchObject({ firstTo: 'onCall', rotaFrom: createdAt, policyVersion: before.version + 1 })
})
