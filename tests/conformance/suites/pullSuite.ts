import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/backend/db/database'
import { contract } from '../../../src/backend/db/schema'
import { syncedTables } from '../../../src/protocol/sync/tables'
import type { SyncedTable } from '../../../src/protocol/sync/tables'
import type { PullResponse } from '../../../src/protocol/sync/pull'
import { pullResponseShape } from '../../../src/protocol/sync/pull'
import { addCustomer, addTicket } from '../../fixtures/backendWorld'
import { emptyDatabase, openTestBackend } from '../testBackend'
import type { TestBackend, TestDesk } from '../testBackend'

const idsOf = (page: PullResponse, table: SyncedTable): readonly unknown[] =>
  page.rows.filter((entry) => entry.table === table).map(({ row }) => row['id'])

export const pullSuite = (given: () => Database): void => {
  describe('pull', () => {
    let backend: TestBackend
    let desk: TestDesk

    beforeEach(async () => {
      await emptyDatabase(given())
      backend = await openTestBackend(given())
      desk = await backend.desk()
    })
    afterEach(async () => backend.close())

    it('gives a new desk everything, each row as the wire describes it', async () => {
      const { customerId } = await addCustomer(given())
      const ticket = await addTicket(given(), { customerId })
      const page = pullResponseShape.parse(await desk.pull(null))
      expect(page.reset).toBe(true)
      expect(page.more).toBe(false)
      expect(idsOf(page, 'ticket')).toEqual([ticket.id])
      expect(new Set(page.rows.map(({ table }) => table))).toEqual(new Set(['policy', 'engineer', 'customer', 'site', 'contract', 'contact', 'ticket']))
      for (const { table, row } of page.rows) expect(syncedTables[table as SyncedTable].parse(row)).toEqual(row)
    })

    it('never splits a transaction over pages, even one larger than the page', async () => {
      const customers = await addCustomer(given())
      await addTicket(given())
      const first = await desk.pull(null, 1)
      const pages = [first]
      for (let page = first; page.more; pages.push(page)) page = await desk.pull(page.cursor, 1)
      const whole = pages.find((page) => idsOf(page, 'customer').length > 0)
      expect(whole && ['customer', 'site', 'contract', 'contact'].flatMap((table) => idsOf(whole, table as SyncedTable))).toEqual([
        customers.customerId,
        customers.siteId,
        customers.contractId,
        customers.contactId,
      ])
      expect(pages.flatMap((page) => idsOf(page, 'ticket'))).toHaveLength(1)
    })

    it('sends no more rows a page than asked for, as long as transactions are smaller', async () => {
      for (let n = 0; n < 7; n += 1) await addTicket(given())
      const pages = [await desk.pull(null, 3)]
      for (let page = pages[0]; page?.more === true; pages.push(page)) page = await desk.pull(page.cursor, 3)
      expect(pages.map((page) => page.rows.length)).toEqual([3, 3, 3])
      expect(pages.map((page) => page.reset)).toEqual([true, false, false])
    })

    it('after a cursor gives only what changed since, and nothing when nothing did', async () => {
      await addTicket(given())
      const before = await desk.pull(null)
      const added = await addTicket(given())
      const page = await desk.pull(before.cursor)
      expect(page.reset).toBe(false)
      expect(page.rows.map(({ row }) => row['id'])).toEqual([added.id])
      const quiet = await desk.pull(page.cursor)
      expect(quiet.rows).toEqual([])
      expect(quiet.cursor).toEqual(page.cursor)
    })

    it('P9 tells of a deletion to those who held the row, and stops once it is put back', async () => {
      const { contractId, customerId } = await addCustomer(given())
      const before = await desk.pull(null)
      const [row] = await given().queries.select().from(contract).where(eq(contract.id, contractId))
      await given().write(async (tx, touched) => {
        await tx.delete(contract).where(eq(contract.id, contractId))
        touched.remove('contract', contractId)
      })
      const page = await desk.pull(before.cursor)
      expect(page.tombstones).toEqual([{ table: 'contract', id: contractId, rev: page.cursor.seq }])
      expect(idsOf(await desk.pull(null), 'contract')).toEqual([])
      expect((await desk.pull(null)).tombstones).toEqual([])

      await given().write(async (tx, touched) => {
        await tx.insert(contract).values({ ...row, id: contractId, customerId, kind: 'standard', startsOn: row?.startsOn ?? ('2026-01-01' as never), endsOn: row?.endsOn ?? ('2026-01-01' as never) })
        touched.put('contract', contractId)
      })
      const back = await desk.pull(before.cursor)
      expect(back.tombstones).toEqual([])
      expect(idsOf(back, 'contract')).toEqual([contractId])
    })

    it('P13 begins anew for a cursor of another epoch, of another wire, or ahead of the head', async () => {
      const { cursor } = await desk.pull(null)
      const others = [
        { ...cursor, epoch: randomUUID() },
        { ...cursor, schema: cursor.schema + 1 },
        { ...cursor, seq: cursor.seq + 1 },
      ]
      for (const other of others) {
        const page = await desk.pull(other)
        expect(page.reset).toBe(true)
        expect(page.cursor).toEqual(cursor)
        expect(idsOf(page, 'policy')).toEqual(['policy'])
      }
    })

    it('refuses a pull for another device, and one without a session', async () => {
      const foreign = await backend.post('/api/sync/pull', { device: randomUUID(), cursor: null }, desk.grant.accessToken)
      expect(foreign.statusCode).toBe(403)
      const nobody = await backend.post('/api/sync/pull', { device: desk.device, cursor: null })
      expect(nobody.statusCode).toBe(401)
      expect(nobody.json()).toMatchObject({ error: { code: 'sessionExpired' } })
    })
  })
}
