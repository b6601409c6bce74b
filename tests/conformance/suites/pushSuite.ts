import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Instant } from '../../../src/domain/calendar/time'
import type { Database } from '../../../src/backend/db/database'
import { commandLog, page, ticket, timelineEvent } from '../../../src/backend/db/schema'
import type { PushResponse } from '../../../src/protocol/commands/push'
import { addTicket, worldStart } from '../../fixtures/backendWorld'
import { emptyDatabase, openTestBackend } from '../testBackend'
import type { TestBackend, TestDesk } from '../testBackend'

const minutes = (n: number): number => n * 60_000

export const pushSuite = (given: () => Database): void => {
  describe('push', () => {
    let backend: TestBackend
    let desk: TestDesk

    beforeEach(async () => {
      await emptyDatabase(given())
      backend = await openTestBackend(given())
      desk = await backend.desk()
    })
    afterEach(async () => backend.close())

    const onTicket = (ticketId: string) => ({ ticketId, eventId: randomUUID() })
    const timeline = async (ticketId: string) => given().queries.select().from(timelineEvent).where(eq(timelineEvent.ticketId, ticketId))

    it('stores a command’s ticket and event under one number, and a pull brings both with its result', async () => {
      const { id } = await addTicket(given())
      const { cursor } = await desk.pull(null)
      const note = desk.intent('addNote', { ...onTicket(id), text: 'Queue drained after a restart' })
      const pushed = await desk.push(note)
      expect(pushed.json<PushResponse>()).toEqual({ lastMut: 1, results: [{ mut: 1, outcome: 'applied' }] })
      const pulled = await desk.pull(cursor)
      expect(pulled.rows.map(({ table, row }) => [table, row['rev']])).toEqual([
        ['ticket', pulled.cursor.seq],
        ['timelineEvent', pulled.cursor.seq],
      ])
      expect([pulled.lastMut, pulled.results]).toEqual([1, [{ mut: 1, outcome: 'applied' }]])
    })

    it('P4 an intent sent again, also five times at once, takes effect once and is answered the same', async () => {
      const { id } = await addTicket(given())
      const note = desk.intent('addNote', { ...onTicket(id), text: 'once' })
      const answers = await Promise.all(Array.from({ length: 5 }, async () => desk.push(note)))
      answers.push(await desk.push(note))
      for (const answer of answers) expect(answer.json<PushResponse>().results).toEqual([{ mut: 1, outcome: 'applied' }])
      expect(await timeline(id)).toHaveLength(1)
      expect(await given().queries.select().from(commandLog)).toHaveLength(1)
    })

    it('P8 of 20 desks that claim one ticket at once exactly one gets it; the others learn who', async () => {
      const { id } = await addTicket(given())
      const desks = await Promise.all(Array.from({ length: 20 }, async (_, n) => backend.desk({ name: `Engineer ${n}` })))
      const answers = await Promise.all(desks.map(async (each) => each.push(each.intent('claim', onTicket(id)))))
      const results = answers.map((answer) => answer.json<PushResponse>().results[0])
      const winners = desks.filter((_, n) => results[n]?.outcome === 'applied')
      expect(winners).toHaveLength(1)
      const [row] = await given().queries.select().from(ticket).where(eq(ticket.id, id))
      expect(row?.assigneeId).toBe(winners[0]?.engineerId)
      const refusals = results.filter((result) => result?.outcome === 'refused')
      expect(refusals).toHaveLength(19)
      for (const refusal of refusals) expect(refusal).toMatchObject({ code: 'alreadyClaimed', sentence: expect.stringContaining(winners[0]?.grant.engineer.name ?? '?') as string })
    })

    it('P4 an intent that arrives under a new number is recognized by its event, and only as its author’s', async () => {
      const { id } = await addTicket(given())
      const args = { ...onTicket(id), text: 'sent before the desk had to number anew' }
      await desk.push(desk.intent('addNote', args))
      const again = await desk.push(desk.intent('addNote', args))
      expect(again.json<PushResponse>()).toEqual({ lastMut: 2, results: [{ mut: 2, outcome: 'applied' }] })
      const other = await backend.desk()
      const foreign = await other.push(other.intent('addNote', { ...args, text: 'not mine' }))
      expect(foreign.json<PushResponse>().results[0]).toMatchObject({ outcome: 'refused', code: 'invalid' })
      expect((await timeline(id)).map(({ body }) => body)).toEqual([{ kind: 'note', text: args.text }])
    })

    it('a gap is answered with 409 and the number expected, and changes nothing', async () => {
      const { id } = await addTicket(given())
      const answer = await desk.push(desk.intent('addNote', { ...onTicket(id), text: 'too soon' }, { mut: 3 }))
      expect(answer.statusCode).toBe(409)
      expect(answer.json()).toMatchObject({ error: { code: 'outOfOrder', expected: 1 } })
      expect(await timeline(id)).toEqual([])
    })

    it('P6 malformed and unknown commands are refused with a sentence, advance, and let the next one through', async () => {
      const { id } = await addTicket(given())
      const answer = await desk.push(
        desk.intent('addNote', { ...onTicket(id), text: '   ' }),
        desk.intent('addNote', { ticketId: 'not an id', eventId: randomUUID(), text: 'x' }),
        desk.intent('explode', {}),
        desk.intent('addNote', { ...onTicket(id), text: 'x' }, { version: 9 }),
        desk.intent('addNote', 'no object'),
        desk.intent('addNote', { ...onTicket(id), text: 'a NUL \0 in the text' }),
        desk.intent('addNote', { ...onTicket(randomUUID()), text: 'no such ticket' }),
        desk.intent('addNote', { ...onTicket(id), text: 'fine' }),
      )
      const { lastMut, results } = answer.json<PushResponse>()
      expect(answer.statusCode).toBe(200)
      expect(lastMut).toBe(8)
      expect(results.map((result) => (result.outcome === 'refused' ? result.code : 'applied'))).toEqual([
        'malformed',
        'malformed',
        'unknownCommand',
        'unknownVersion',
        'malformed',
        'failed',
        'notFound',
        'applied',
      ])
      expect(results[0]).toMatchObject({ sentence: expect.stringContaining('The note is empty') as string })
      expect(results[1]).toMatchObject({ sentence: expect.stringContaining('ticketId') as string })
      expect(await timeline(id)).toHaveLength(1)
      expect((await desk.pull(null)).results).toEqual(results)
    })

    it('P16 an offline event keeps its time, but not before the ticket’s last activity nor after its arrival', async () => {
      const now = (worldStart + minutes(10)) as Instant
      backend.setNow(now)
      const times = [
        [minutes(4), minutes(4)],
        [-minutes(500), 0],
        [minutes(60 * 24 * 3650), minutes(10)],
      ] as const
      for (const [claimed, kept] of times) {
        const { id } = await addTicket(given())
        await desk.push(desk.intent('addNote', { ...onTicket(id), text: 'x' }, { clientTime: (worldStart + claimed) as Instant }))
        const [event] = await timeline(id)
        expect(event?.at).toBe(worldStart + kept)
      }
    })

    it('a claim acknowledges the ticket’s planned page', async () => {
      const { id } = await addTicket(given(), { customerPriority: 'urgent' })
      const pageId = randomUUID()
      await given().write(async (tx, touched) => {
        await tx.insert(page).values({
          id: pageId,
          ticketId: id,
          createdAt: worldStart,
          decision: {
            occasion: 'receipt',
            page: true,
            decidedAt: worldStart,
            gates: [],
            sentence: 'x',
            contractUnverified: false,
            firstTo: 'onCall',
            engineerId: null,
            rotaFrom: worldStart,
            policyVersion: 1,
            facts: null,
          },
          state: 'planned',
        })
        touched.put('page', pageId)
      })
      await desk.push(desk.intent('claim', onTicket(id)))
      const [row] = await given().queries.select().from(page)
      expect(row).toMatchObject({ state: 'acknowledged', acknowledgedBy: desk.engineerId, acknowledgedAt: worldStart })
      const pulled = await desk.pull(null)
      expect(pulled.rows.find(({ table }) => table === 'page')?.row['rev']).toBe(pulled.cursor.seq)
    })

    it('a reply is handed over for mail in its own transaction', async () => {
      const { id } = await addTicket(given())
      const args = { ...onTicket(id), text: 'Please restart the DocTransport service' }
      await desk.push(desk.intent('reply', args))
      expect(backend.replies).toEqual([args.eventId])
    })

    it('P7 a priority somebody else changed meanwhile stays, and the loser is told who', async () => {
      const seen = await addTicket(given())
      const other = await backend.desk({ name: 'Sam Ortiz' })
      const change = { ...onTicket(seen.id), productionDown: false, reason: 'customer confirmed' }
      await other.push(other.intent('setPriority', { ...change, eventId: randomUUID(), priority: 'low' }))
      const answer = await desk.push(desk.intent('setPriority', { ...change, priority: 'urgent' }, { base: { priority: seen.rev } }))
      expect(answer.json<PushResponse>().results[0]).toMatchObject({ outcome: 'refused', code: 'changedMeanwhile', sentence: expect.stringContaining('Sam Ortiz') as string })
      const [row] = await given().queries.select().from(ticket).where(eq(ticket.id, seen.id))
      expect(row?.engineerPriority).toBe('low')
    })

    it('counts two engineers on one machine apart', async () => {
      const { id } = await addTicket(given())
      await desk.push(desk.intent('addNote', { ...onTicket(id), text: 'mine' }))
      const other = await backend.desk()
      const moved = await backend.post('/api/session', {
        email: other.grant.engineer.email,
        password: 'correct horse battery',
        device: { id: desk.device, name: 'shared machine' },
      })
      const token = moved.json<{ accessToken: string }>().accessToken
      const first = other.intent('addNote', { ...onTicket(id), text: 'theirs' })
      const answer = await backend.post('/api/sync/push', { device: desk.device, mutations: [first] }, token)
      expect(answer.json<PushResponse>()).toEqual({ lastMut: 1, results: [{ mut: 1, outcome: 'applied' }] })
      expect(await timeline(id)).toHaveLength(2)
    })
  })
}
