import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/backend/db/database'
import { changeLog, customer, site, syncHead, ticket } from '../../../src/backend/db/schema'
import { addCustomer, addTicket } from '../../fixtures/backendWorld'
import { emptyDatabase } from '../testBackend'

export const databaseSuite = (given: () => Database): void => {
  describe('database', () => {
    beforeEach(async () => emptyDatabase(given()))

    const headSeq = async (): Promise<number> => {
      const [head] = await given().queries.select().from(syncHead)
      return head?.seq ?? -1
    }

    it('is migrated, has an epoch, and holds the policy record as its first commit', async () => {
      const [head] = await given().queries.select().from(syncHead)
      expect(head?.epoch).toMatch(/^[0-9a-f-]{36}$/)
      expect(head?.seq).toBe(1)
      const log = await given().queries.select().from(changeLog)
      expect(log).toEqual([{ seq: 1, table: 'policy', rowId: 'policy', op: 'put' }])
    })

    it('stamps every row of one transaction, and its log, with one number', async () => {
      const before = await headSeq()
      const { customerId, siteId } = await addCustomer(given())
      expect(await headSeq()).toBe(before + 1)
      const [row] = await given().queries.select({ rev: customer.rev }).from(customer).where(eq(customer.id, customerId))
      const [place] = await given().queries.select({ rev: site.rev }).from(site).where(eq(site.id, siteId))
      const log = await given().queries.select({ table: changeLog.table }).from(changeLog).where(eq(changeLog.seq, before + 1))
      expect([row?.rev, place?.rev]).toEqual([before + 1, before + 1])
      expect(log.map(({ table }) => table).toSorted()).toEqual(['contact', 'contract', 'customer', 'site'])
    })

    it('takes no number for a write that touched no synced row, nor for one that failed', async () => {
      const before = await headSeq()
      expect((await given().write(async () => 7))).toEqual({ value: 7, seq: null })
      await expect(
        given().write(async (tx, touched) => {
          touched.put('policy', 'policy')
          await tx.execute(sql`select 1`)
          throw new Error('changed my mind')
        }),
      ).rejects.toThrow('changed my mind')
      expect(await headSeq()).toBe(before)
    })

    it('reads one consistent state while others commit', async () => {
      if (given().engine === 'embedded') return
      await given().read(async (tx) => {
        const [before] = await tx.select().from(syncHead)
        await addTicket(given())
        const [after] = await tx.select().from(syncHead)
        const seen = await tx.select().from(ticket)
        expect(after?.seq).toBe(before?.seq)
        expect(seen).toEqual([])
      })
    })

    it('refuses to write inside a read', async () => {
      await expect(given().read(async (tx) => tx.update(syncHead).set({ seq: 99 }))).rejects.toThrow('Failed query')
    })

    it('keeps instants to the millisecond', async () => {
      const at = Date.UTC(2026, 2, 8, 8, 0, 0, 123) as never
      const { id } = await addTicket(given(), { receivedAt: at })
      const [row] = await given().queries.select({ receivedAt: ticket.receivedAt }).from(ticket).where(eq(ticket.id, id))
      expect(row?.receivedAt).toBe(at)
    })

    it('tells listeners of commits, once they are readable', async () => {
      const id = randomUUID()
      const seen = new Promise<boolean>((resolve) => {
        // An earlier test's commit may still be told, so only a word that finds the row counts.
        const stop = given().onCommit(() => {
          void given()
            .queries.select({ id: ticket.id })
            .from(ticket)
            .where(eq(ticket.id, id))
            .then((rows) => {
              if (rows.length === 0) return
              stop()
              resolve(true)
            })
        })
      })
      await addTicket(given(), { id })
      expect(await seen).toBe(true)
    })
  })
}
