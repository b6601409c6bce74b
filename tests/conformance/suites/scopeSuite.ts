import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { EngineerRole } from '../../../src/domain/access/engineer'
import { accessRequest, contract, serverNote } from '../../../src/backend/db/schema'
import type { Database } from '../../../src/backend/db/database'
import { syncHeadNow } from '../../../src/backend/reads/syncHeadNow'
import { protocolVersion } from '../../../src/protocol/protocolVersion'
import { customerRow } from '../../../src/protocol/sync/customerRows'
import type { Cursor, PullResponse } from '../../../src/protocol/sync/pull'
import { addCustomer, addTicket, worldStart } from '../../fixtures/backendWorld'
import { plainDesk } from '../plainDesk'
import { emptyDatabase, openTestBackend } from '../testBackend'
import type { TestBackend, TestDesk } from '../testBackend'

export const scopeSuite = (given: () => Database): void => {
  describe('scopes', () => {
    let backend: TestBackend
    let administrator: TestDesk
    let engineer: TestDesk

    beforeEach(async () => {
      await emptyDatabase(given())
      backend = await openTestBackend(given())
      administrator = await backend.desk({ role: 'administrator' })
      engineer = await backend.desk({ role: 'helpdesk' })
    })
    afterEach(async () => backend.close())

    const addNotes = async (customerId: string, count: number): Promise<readonly string[]> => {
      const ids = Array.from({ length: count }, () => randomUUID())
      for (const [index, id] of ids.entries()) {
        await given().write(async (tx, touched) => {
          await tx.insert(serverNote).values({ id, customerId, about: 'server', aboutId: randomUUID(), text: `canary ${index}` })
          touched.put('serverNote', id)
        })
      }
      return ids.toSorted()
    }
    const removeNote = async (id: string): Promise<void> => {
      await given().write(async (tx, touched) => {
        await tx.delete(serverNote).where(eq(serverNote.id, id))
        touched.remove('serverNote', id)
      })
    }
    const changePerson = async (id: string, change: { readonly role?: EngineerRole; readonly active?: boolean }, by = administrator) =>
      backend.post(`/api/people/${id}`, change, by.grant.accessToken)

    it('P10 sends a desk no row of a scope its engineer may not read, deletions neither', async () => {
      const { customerId } = await addCustomer(given())
      const [note] = await addNotes(customerId, 2)
      await changePerson(engineer.engineerId, { role: 'projectManager' })
      const desk = plainDesk()
      await desk.catchUp(engineer)
      expect(desk.ids('customer')).toEqual([customerId])
      expect([desk.ids('serverNote'), desk.ids('accessRequest')]).toEqual([[], []])
      await removeNote(note ?? '')
      const page = await engineer.pull(desk.cursor())
      expect([page.rows, page.tombstones, page.purge]).toEqual([[], [], []])
    })

    it('P10 P11 purges what a new role may not read, first and at once, and gives it whole again with the role', async () => {
      const { customerId } = await addCustomer(given())
      const notes = await addNotes(customerId, 5)
      const desk = plainDesk()
      await desk.catchUp(engineer)
      expect(desk.ids('serverNote')).toEqual(notes)
      const before = await syncHeadNow(given().queries)

      expect((await changePerson(engineer.engineerId, { role: 'accountManager' })).statusCode).toBe(200)
      const after = await syncHeadNow(given().queries)
      expect([after.seq, after.scopeV]).toEqual([before.seq + 1, before.scopeV + 1])
      const [lost] = await desk.catchUp(engineer)
      expect(lost?.purge).toEqual(['serverNote'])
      expect(desk.ids('serverNote')).toEqual([])

      const [gone = '', changed = ''] = notes
      await removeNote(gone)
      await changePerson(engineer.engineerId, { role: 'installation' })
      const first = await engineer.pull(desk.cursor(), 1)
      expect(first.rows.map(({ table }) => table)).toEqual(['serverNote'])
      // Between two pages of the filling: one that was not sent yet changes, one that was is deleted, a new one comes.
      const sent = String(first.rows[0]?.row['id'])
      const later = notes.find((id) => id !== gone && id !== sent && id !== changed) ?? ''
      await given().write(async (tx, touched) => {
        await tx.update(serverNote).set({ text: 'changed meanwhile' }).where(eq(serverNote.id, later))
        touched.put('serverNote', later)
      })
      await removeNote(sent)
      const added = await addNotes(customerId, 1)
      await desk.catchUp(engineer, 1)
      const fresh = plainDesk()
      await fresh.catchUp(engineer)
      expect(desk.dump()).toEqual(fresh.dump())
      expect(desk.ids('serverNote')).toEqual([...notes.filter((id) => id !== gone && id !== sent), ...added].toSorted())
      // Requests for access went with the role.
      expect(desk.cursor()?.scopes).toEqual(['desk', 'serverNotes'])
    })

    it('P11 fills one missing scope after the other, and tells the desk’s other news only then', async () => {
      const { customerId } = await addCustomer(given())
      await addNotes(customerId, 3)
      await given().write(async (tx, touched) => {
        const id = randomUUID()
        await tx.insert(accessRequest).values({ id, kind: 'addition', name: null, phone: null, email: 'a@b.example', requestedBy: { email: 'a@b.example', contactId: null }, requestedAt: worldStart, state: 'open' })
        touched.put('accessRequest', id)
      })
      await changePerson(engineer.engineerId, { role: 'projectManager' })
      const desk = plainDesk()
      await desk.catchUp(engineer)
      await changePerson(engineer.engineerId, { role: 'supportManager' })
      await addTicket(given())
      const pages = await desk.catchUp(engineer, 2)
      expect(pages.flatMap(({ rows }) => rows.map(({ table }) => table))).toEqual(['serverNote', 'serverNote', 'serverNote', 'accessRequest', 'engineer', 'ticket'])
      const fresh = plainDesk()
      await fresh.catchUp(engineer)
      expect(desk.dump()).toEqual(fresh.dump())
    })

    it('P10 a forged cursor opens nothing: neither one that claims a scope nor one that asks to have it filled', async () => {
      const { customerId } = await addCustomer(given())
      await addNotes(customerId, 3)
      await changePerson(engineer.engineerId, { role: 'projectManager' })
      const { cursor } = await engineer.pull(null)
      const forged: readonly Partial<Cursor>[] = [
        { scopes: ['desk', 'serverNotes', 'accessRequests'] },
        { scopes: ['desk'], backfill: { scope: 'serverNotes', seq: 0 } },
        { scopes: ['desk', '__proto__', 'constructor'], backfill: { scope: 'everything', seq: 0 } },
        { scopes: [], seq: 0 },
        { seq: 0 },
      ]
      for (const change of forged) {
        const page = await engineer.pull({ ...cursor, ...change })
        expect(page.rows.filter(({ table }) => table === 'serverNote' || table === 'accessRequest')).toEqual([])
      }
    })

    it('P14 serves a desk of the wire before: readable rows, no notes, and no new beginning when it is upgraded', async () => {
      const { customerId } = await addCustomer(given())
      const notes = await addNotes(customerId, 2)
      const old = plainDesk()
      const pullAsOld = async (cursor: unknown) => backend.post('/api/sync/pull', { device: engineer.device, cursor }, engineer.grant.accessToken)
      const page = (await pullAsOld(null)).json<PullResponse>()
      const customerRowOfOld = customerRow.extend({ remoteAccess: z.string() })
      const customers = page.rows.filter(({ table }) => table === 'customer').map(({ row }) => customerRowOfOld.parse(row))
      expect(customers).toMatchObject([{ id: customerId, remoteAccess: '' }])
      expect(page.rows.some(({ table }) => table === 'serverNote')).toBe(false)
      // Such a desk keeps of a cursor only what it knows.
      const { epoch, seq, scopeV, schema } = page.cursor
      expect(schema).toBe(protocolVersion - 1)
      expect((await pullAsOld({ epoch, seq, scopeV, schema })).json<PullResponse>()).toMatchObject({ reset: false, rows: [] })

      old.setCursor({ epoch, seq, scopeV, schema })
      const pages = await old.catchUp(engineer)
      expect(pages.map(({ reset }) => reset)).not.toContain(true)
      expect(old.ids('serverNote')).toEqual(notes)
      expect(old.cursor()).toMatchObject({ schema: protocolVersion, scopes: ['desk', 'serverNotes', 'accessRequests'] })
    })

    it('P14 tells a desk that is newer than the backend so, in words', async () => {
      const answer = await backend.post('/api/sync/pull', { device: engineer.device, schema: protocolVersion + 1, cursor: null }, engineer.grant.accessToken)
      expect(answer.statusCode).toBe(426)
      expect(answer.json()).toMatchObject({ error: { code: 'versionMismatch', message: expect.stringContaining('newer than the backend') as string } })
    })

    it('P42 lets an administrator change roles, nobody else, and nobody their own', async () => {
      expect((await changePerson(administrator.engineerId, { role: 'helpdesk' }, engineer)).statusCode).toBe(403)
      expect((await changePerson(engineer.engineerId, { role: 'administrator' }, engineer)).statusCode).toBe(403)
      expect((await changePerson(administrator.engineerId, { role: 'helpdesk' })).statusCode).toBe(403)
      expect((await changePerson(administrator.engineerId, { active: false })).statusCode).toBe(403)
      expect((await changePerson(randomUUID(), { role: 'helpdesk' })).statusCode).toBe(404)
      expect((await changePerson(engineer.engineerId, {})).statusCode).toBe(400)
    })

    it('P46 an account that is switched off loses its sessions, also when it is switched on again', async () => {
      await changePerson(engineer.engineerId, { active: false })
      const pull = async () => backend.post('/api/sync/pull', { device: engineer.device, schema: protocolVersion, cursor: null }, engineer.grant.accessToken)
      expect((await pull()).statusCode).toBe(401)
      await changePerson(engineer.engineerId, { active: true })
      expect((await pull()).statusCode).toBe(401)
    })

    it('P3 state(all) = state(first i, then the rest) for each i, with deletions and changes of scope among them', async () => {
      const desks = [plainDesk()]
      const note = async (): Promise<void> => {
        const desk = plainDesk()
        await desk.catchUp(engineer, 3)
        desks.push(desk)
      }
      const { customerId, contractId } = await addCustomer(given())
      await note()
      const notes = await addNotes(customerId, 3)
      await note()
      await changePerson(engineer.engineerId, { role: 'projectManager' })
      await note()
      await removeNote(notes[0] ?? '')
      await addTicket(given())
      await note()
      await changePerson(engineer.engineerId, { role: 'helpdesk' })
      await note()
      await given().write(async (tx, touched) => {
        await tx.delete(contract).where(eq(contract.id, contractId))
        touched.remove('contract', contractId)
      })
      await note()
      await addNotes(customerId, 1)
      await note()
      const whole = plainDesk()
      await whole.catchUp(engineer)
      for (const desk of desks) {
        await desk.catchUp(engineer, 2)
        expect(desk.dump()).toEqual(whole.dump())
      }
    })
  })
}
