import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/backend/db/database'
import { engineer, serverNote, ticket } from '../../../src/backend/db/schema'
import { digestResponseShape } from '../../../src/protocol/sync/digest'
import type { DigestResponse } from '../../../src/protocol/sync/digest'
import type { Cursor } from '../../../src/protocol/sync/pull'
import { addHash, identityText, sumText } from '../../../src/protocol/sync/rowSum'
import { hashText } from '../../../src/renderer/cache/hashText'
import { protocolVersion } from '../../../src/protocol/protocolVersion'
import { addCustomer, addTicket } from '../../fixtures/backendWorld'
import { holdPage, rowsOf } from '../../fixtures/snapshotRows'
import type { HeldRows } from '../../fixtures/snapshotRows'
import { emptyDatabase, openTestBackend } from '../testBackend'
import type { TestBackend, TestDesk } from '../testBackend'

/** What rows amount to, summed up as a desk does. */
const digestsOf = (held: HeldRows, tables: readonly string[]): Record<string, { count: number; sum: string }> =>
  Object.fromEntries(
    tables.map((table) => {
      const rows = [...held].filter(([key]) => key.startsWith(`${table}:`)).map(([, row]) => row as { readonly id: string; readonly rev: number })
      return [table, { count: rows.length, sum: sumText(rows.reduce((sum, { id, rev }) => addHash(sum, hashText(identityText(id, rev))), 0n)) }]
    }),
  )

export const digestSuite = (given: () => Database): void => {
  describe('digest', () => {
    let backend: TestBackend
    let desk: TestDesk

    beforeEach(async () => {
      await emptyDatabase(given())
      backend = await openTestBackend(given())
      desk = await backend.desk()
    })
    afterEach(async () => backend.close())

    const ask = async (cursor: Cursor | null, limit = 1_000): Promise<DigestResponse> => {
      const answer = await backend.post('/api/sync/digest', { device: desk.device, schema: protocolVersion, cursor, limit }, desk.grant.accessToken)
      return digestResponseShape.parse(answer.json())
    }

    it('P12 is the sum a desk comes to that has applied the page, for every table it may hold', async () => {
      const { cursor } = await desk.pull(null)
      const { customerId } = await addCustomer(given())
      for (let n = 0; n < 5; n += 1) await addTicket(given(), { customerId })
      const page = await ask(cursor)
      const held = await rowsOf(given())
      expect(page.rows.length).toBeGreaterThan(5)
      expect(page.digests).toEqual(digestsOf(held, Object.keys(page.digests ?? {})))
      expect(Object.keys(page.digests ?? {})).toEqual(expect.arrayContaining(['ticket', 'customer', 'policy', 'page', 'serverNote']))
    })

    it('P12 speaks of the state at the cursor it comes with, and not before the last page', async () => {
      const { cursor } = await desk.pull(null)
      const held = await rowsOf(given())
      for (let n = 0; n < 4; n += 1) await addTicket(given())
      const first = await ask(cursor, 2)
      expect([first.more, first.digests]).toEqual([true, null])
      let page = first
      for (;;) {
        holdPage(held, page)
        if (!page.more) break
        page = await ask(page.cursor, 2)
      }
      // What is committed behind the page is not in it.
      await addTicket(given())
      expect(page.digests).toEqual(digestsOf(held, Object.keys(page.digests ?? {})))
    })

    it('P12 changes with every revision, and is none for a desk that begins anew', async () => {
      const { id } = await addTicket(given())
      const { cursor } = await desk.pull(null)
      const before = await ask(cursor)
      await given().write(async (tx, touched) => {
        await tx.update(ticket).set({ brief: 'Changed' }).where(eq(ticket.id, id))
        touched.put('ticket', id)
      })
      const after = await ask(cursor)
      expect(after.digests?.['ticket']?.count).toBe(before.digests?.['ticket']?.count)
      expect(after.digests?.['ticket']?.sum).not.toBe(before.digests?.['ticket']?.sum)
      expect(after.digests?.['engineer']).toEqual(before.digests?.['engineer'])
      expect((await ask({ ...cursor, epoch: randomUUID() })).digests).toBeNull()
    })

    it('P10 says nothing of tables the engineer may not read', async () => {
      const { customerId } = await addCustomer(given())
      await given().write(async (tx, touched) => {
        const id = randomUUID()
        await tx.insert(serverNote).values({ id, customerId, about: 'customer', aboutId: customerId, text: 'VPN first' })
        touched.put('serverNote', id)
        await tx.update(engineer).set({ role: 'accountManager' }).where(eq(engineer.id, desk.engineerId))
        touched.put('engineer', desk.engineerId)
      })
      const page = await ask((await desk.pull(null)).cursor)
      expect(Object.keys(page.digests ?? {})).not.toContain('serverNote')
    })
  })
}
