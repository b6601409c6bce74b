import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/backend/db/database'
import { deskSession, engineer, serverNote, ticket, timelineEvent } from '../../../src/backend/db/schema'
import type { DeskSession } from '../../../src/backend/sessions/deskSession'
import { openSnapshot } from '../../../src/backend/sync/snapshot/openSnapshot'
import { writeMark } from '../../../src/backend/sync/snapshot/snapshotMark'
import { protocolVersion } from '../../../src/protocol/protocolVersion'
import { snapshotLineShape } from '../../../src/protocol/sync/snapshot'
import type { SnapshotLine } from '../../../src/protocol/sync/snapshot'
import { addCustomer, addTicket, worldStart } from '../../fixtures/backendWorld'
import { seededDice } from '../../fixtures/seededDice'
import { holdLines, holdPage, rowsOf, sorted } from '../../fixtures/snapshotRows'
import type { HeldRows } from '../../fixtures/snapshotRows'
import { emptyDatabase, openTestBackend } from '../testBackend'
import type { TestBackend, TestDesk } from '../testBackend'

type Begin = Extract<SnapshotLine, { kind: 'begin' }>
type Mark = Extract<SnapshotLine, { kind: 'mark' }>

const beginOf = (lines: readonly SnapshotLine[]): Begin => lines.find((line) => line.kind === 'begin') ?? expect.fail('no beginning')
const marksOf = (lines: readonly SnapshotLine[]): readonly Mark[] => lines.filter((line) => line.kind === 'mark')
const rowsIn = (lines: readonly SnapshotLine[]): readonly string[] => lines.flatMap((line) => (line.kind === 'row' ? [`${line.table}:${String(line.row['id'])}`] : []))

export const snapshotSuite = (given: () => Database): void => {
  describe('snapshot', () => {
    let backend: TestBackend
    let desk: TestDesk
    let session: DeskSession

    /** An empty database with one engineer, signed in. */
    const signIn = async (): Promise<void> => {
      await emptyDatabase(given())
      desk = await backend.desk()
      const [row] = await given().queries.select().from(engineer).where(eq(engineer.id, desk.engineerId))
      const [held] = await given().queries.select().from(deskSession).where(eq(deskSession.engineerId, desk.engineerId))
      session = { engineer: row ?? expect.fail('no engineer'), deviceId: desk.device, family: held?.family ?? expect.fail('no session') }
    }

    beforeEach(async () => {
      backend = await openTestBackend(given())
      await signIn()
    })
    afterEach(async () => backend.close())

    const open = (after?: string, chunkRows?: number) => openSnapshot(backend.context, session, { schema: protocolVersion, after }, chunkRows)
    const collect = async (chunks: AsyncIterable<readonly SnapshotLine[]>): Promise<readonly SnapshotLine[]> => {
      const lines: SnapshotLine[] = []
      for await (const chunk of chunks) lines.push(...chunk)
      return lines
    }
    const addEvent = async (ticketId: string): Promise<string> => {
      const id = randomUUID()
      await given().write(async (tx, touched) => {
        await tx.insert(timelineEvent).values({ id, ticketId, at: worldStart, actor: { kind: 'system', id: null, name: 'test' }, body: { kind: 'note', text: 'Looked at it' } })
        touched.put('timelineEvent', id)
      })
      return id
    }
    const change = async (id: string, values: Partial<typeof ticket.$inferInsert>): Promise<void> => {
      await given().write(async (tx, touched) => {
        await tx.update(ticket).set(values).where(eq(ticket.id, id))
        touched.put('ticket', id)
      })
    }

    it('sends Urgent tickets with all around them before other open ones, and the rest last', async () => {
      const [near, far, gone] = [await addCustomer(given()), await addCustomer(given()), await addCustomer(given())]
      const closed = await addTicket(given(), { customerId: gone.customerId, state: 'closed' })
      const high = await addTicket(given(), { customerId: far.customerId })
      const capped = await addTicket(given(), { customerPriority: 'urgent', environment: 'test' })
      const urgent = await addTicket(given(), { customerId: near.customerId, engineerPriority: 'urgent' })
      const [oldEvent, highEvent, urgentEvent] = [await addEvent(closed.id), await addEvent(high.id), await addEvent(urgent.id)]
      const order = rowsIn(await collect(open()))
      const at = (table: string, id: string): number => order.indexOf(`${table}:${id}`)
      const groups = [
        [at('engineer', desk.engineerId), at('policy', 'policy')],
        [at('customer', near.customerId), at('contact', near.contactId), at('contract', near.contractId), at('ticket', urgent.id), at('timelineEvent', urgentEvent)],
        [at('customer', far.customerId), at('ticket', high.id), at('ticket', capped.id), at('timelineEvent', highEvent)],
        [at('customer', gone.customerId), at('site', gone.siteId), at('ticket', closed.id), at('timelineEvent', oldEvent)],
      ]
      expect(Math.min(...groups.flat())).toBeGreaterThanOrEqual(0)
      for (const [index, group] of groups.slice(1).entries()) expect(Math.min(...group)).toBeGreaterThan(Math.max(...(groups[index] ?? [])))
      expect(order).toHaveLength(new Set(order).size)
    })

    it('is what a pull from nothing gives, and begins where that would go on', async () => {
      const { customerId } = await addCustomer(given())
      await addEvent((await addTicket(given(), { customerId })).id)
      const lines = await collect(open())
      const held: HeldRows = new Map()
      holdLines(held, lines)
      const pulled = await desk.pull(null)
      expect(sorted(held)).toEqual(sorted(await rowsOf(given())))
      expect(beginOf(lines)).toMatchObject({ cursor: pulled.cursor, total: held.size, lastMut: 0 })
      expect(lines.at(-1)).toEqual({ kind: 'end' })
      expect((await desk.pull(beginOf(lines).cursor)).rows).toEqual([])
    })

    it('P13 sends what hangs on a ticket that is opened again while its turn among the open ones is over', async () => {
      const { customerId, siteId } = await addCustomer(given())
      const closed = await addTicket(given(), { customerId, state: 'closed' })
      const event = await addEvent(closed.id)
      await addTicket(given())
      const held: HeldRows = new Map()
      let opened = false
      for await (const lines of open(undefined, 1)) {
        holdLines(held, lines)
        if (opened || marksOf(lines).at(-1)?.stage !== 'rest') continue
        opened = true
        expect([...held.keys()]).not.toContain(`timelineEvent:${event}`)
        await change(closed.id, { state: 'open' })
      }
      expect([...held.keys()]).toEqual(expect.arrayContaining([`timelineEvent:${event}`, `customer:${customerId}`, `site:${siteId}`]))
    })

    it('P13 comes to the right end from every mark, whatever changes between two chunks', async () => {
      for (let seed = 1; seed <= 3; seed += 1) {
        await signIn()
        const dice = seededDice(seed)
        const pick = <T>(from: readonly T[]): T => from[Math.floor(dice() * from.length)] as T
        const customers = [await addCustomer(given()), await addCustomer(given()), await addCustomer(given())].map(({ customerId }) => customerId)
        const tickets: string[] = []
        const events: string[] = []
        const values = () => ({ state: pick(['open', 'waiting', 'closed'] as const), customerPriority: pick(['urgent', 'high', 'low'] as const), customerId: pick([...customers, null]) })
        for (let n = 0; n < 9; n += 1) {
          const { id } = await addTicket(given(), values())
          tickets.push(id)
          events.push(await addEvent(id))
        }
        const disturb = async (): Promise<void> => {
          const kind = dice()
          if (kind < 0.5) await change(pick(tickets), values())
          else if (kind < 0.7) events.push(await addEvent(pick(tickets)))
          else if (kind < 0.8) tickets.push((await addTicket(given(), values())).id)
          else {
            const id = pick(events)
            await given().write(async (tx, touched) => {
              await tx.delete(timelineEvent).where(eq(timelineEvent.id, id))
              touched.remove('timelineEvent', id)
            })
          }
        }
        const held: HeldRows = new Map()
        let after: string | undefined
        let cursor: Begin['cursor'] | null = null
        const beginnings = new Set<string>()
        for (let done = false; !done; ) {
          // Each answer is cut off after a chunk or two: the next one goes on from the last mark.
          let chunks = 0
          for await (const lines of open(after, 3)) {
            const begin = lines.find((line) => line.kind === 'begin')
            if (begin !== undefined) {
              beginnings.add(JSON.stringify(begin.cursor))
              cursor = begin.cursor
              continue
            }
            holdLines(held, lines)
            await disturb()
            after = marksOf(lines).at(-1)?.after ?? after
            done = lines.some(({ kind }) => kind === 'end')
            chunks += 1
            if (chunks > dice() * 4) break
          }
        }
        expect(beginnings.size).toBe(1)
        for (let page = await desk.pull(cursor, 4); ; page = await desk.pull(page.cursor, 4)) {
          expect(page.reset).toBe(false)
          holdPage(held, page)
          if (!page.more) break
        }
        expect(sorted(held), `seed ${String(seed)}`).toEqual(sorted(await rowsOf(given())))
      }
    })

    it('reads the next chunk only when the one before was taken, and holds no transaction in between', async () => {
      for (let n = 0; n < 6; n += 1) await addTicket(given())
      let reads = 0
      const counted: Database = { ...given(), read: async (work) => { reads += 1; return given().read(work) } }
      const chunks = openSnapshot({ database: counted, now: backend.context.now }, session, { schema: protocolVersion }, 2)
      await chunks.next()
      await chunks.next()
      expect(reads).toBe(2)
      // The embedded engine has one connection: a transaction left open would hold this up for ever.
      await addTicket(given())
      await chunks.return(undefined)
      expect(reads).toBe(2)
    })

    it('P13 begins anew for a mark of another epoch, of the future, of another wire, or that is none', async () => {
      await addTicket(given())
      const first = beginOf(await collect(open()))
      const mark = { cursor: first.cursor, stage: 'urgent', table: 'ticket', after: null } as const
      const odd = [
        writeMark({ ...mark, cursor: { ...first.cursor, epoch: randomUUID() } }),
        writeMark({ ...mark, cursor: { ...first.cursor, seq: first.cursor.seq + 1 } }),
        writeMark({ ...mark, cursor: { ...first.cursor, schema: protocolVersion - 1 } }),
        writeMark({ ...mark, table: 'ofTheFuture' }),
        'not a mark',
        '',
      ]
      for (const after of odd) expect(rowsIn(await collect(open(after)))).toContain('policy:policy')
      expect(rowsIn(await collect(open(writeMark(mark))))).not.toContain('policy:policy')
    })

    it('P10 sends nothing of a scope the engineer may not read, whatever the mark says', async () => {
      const { customerId } = await addCustomer(given())
      await given().write(async (tx, touched) => {
        const id = randomUUID()
        await tx.insert(serverNote).values({ id, customerId, about: 'customer', aboutId: customerId, text: 'VPN first' })
        touched.put('serverNote', id)
      })
      const allowed = await collect(open())
      expect(allowed.some((line) => line.kind === 'row' && line.table === 'serverNote')).toBe(true)
      await given().write(async (tx, touched) => {
        await tx.update(engineer).set({ role: 'accountManager' }).where(eq(engineer.id, desk.engineerId))
        touched.put('engineer', desk.engineerId)
      })
      const forged = writeMark({ cursor: beginOf(allowed).cursor, stage: 'rest', table: 'serverNote', after: null })
      for (const after of [undefined, forged]) expect(JSON.stringify(await collect(open(after)))).not.toContain('VPN first')
    })

    it('P46 stops within a chunk when the session has ended', async () => {
      for (let n = 0; n < 6; n += 1) await addTicket(given())
      const chunks = open(undefined, 2)
      await chunks.next()
      await chunks.next()
      await given().queries.update(deskSession).set({ endedAt: worldStart }).where(eq(deskSession.family, session.family))
      await expect(chunks.next()).rejects.toThrow('session ended')
    })

    it('travels as one line a row, unpacked and unbuffered, to signed-in desks only', async () => {
      await addTicket(given())
      const ask = async (headers: Record<string, string>) => backend.app.inject({ method: 'GET', url: '/api/sync/snapshot', headers })
      expect((await ask({})).statusCode).toBe(401)
      const answer = await ask({ authorization: `Bearer ${desk.grant.accessToken}`, 'accept-encoding': 'gzip' })
      expect(answer.headers).toMatchObject({ 'content-type': 'application/x-ndjson; charset=utf-8', 'x-accel-buffering': 'no', 'cache-control': 'no-store' })
      expect(answer.headers['content-encoding']).toBeUndefined()
      const lines = answer.body.trimEnd().split('\n').map((line) => snapshotLineShape.parse(JSON.parse(line)))
      expect([lines[0]?.kind, lines.at(-1)?.kind]).toEqual(['begin', 'end'])
    })

    it('P12 sends one table alone when only that is asked for', async () => {
      const added = await addTicket(given())
      expect(rowsIn(await collect(openSnapshot(backend.context, session, { schema: protocolVersion, table: 'ticket' })))).toEqual([`ticket:${added.id}`])
    })
  })
}
