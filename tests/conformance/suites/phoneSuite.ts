import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/backend/db/database'
import { page, ticket, timelineEvent } from '../../../src/backend/db/schema'
import { toInstant } from '../../../src/domain/calendar/time'
import type { Instant } from '../../../src/domain/calendar/time'
import type { Mutation, PushResponse } from '../../../src/protocol/commands/push'
import { addCustomer, addTicket, worldStart } from '../../fixtures/backendWorld'
import { emptyDatabase, openTestBackend } from '../testBackend'
import type { TestBackend, TestDesk } from '../testBackend'

const minutes = (n: number): number => n * 60_000

export const phoneSuite = (given: () => Database): void => {
  describe('R18 a call logged by an engineer', () => {
    let backend: TestBackend
    let desk: TestDesk
    let ids: Awaited<ReturnType<typeof addCustomer>>

    beforeEach(async () => {
      await emptyDatabase(given())
      backend = await openTestBackend(given())
      desk = await backend.desk()
      ids = await addCustomer(given())
    })
    afterEach(async () => backend.close())

    const call = (changes: Record<string, unknown> = {}) => ({
      ticketId: randomUUID(),
      eventId: randomUUID(),
      startedAt: worldStart - minutes(5),
      customerId: ids.customerId,
      siteId: ids.siteId,
      contactId: ids.contactId,
      callerName: '',
      callbackNumber: '+1 612 555 0101',
      brief: 'Faxing is down',
      text: 'Nothing goes out since noon',
      priority: 'urgent',
      productionDown: true,
      environment: 'production',
      take: true,
      ...changes,
    })
    const result = async (...intents: readonly Mutation[]) => (await desk.push(...intents)).json<PushResponse>().results
    const stored = async (id: string) => (await given().queries.select().from(ticket).where(eq(ticket.id, id)))[0]
    const timeline = async (id: string) => given().queries.select().from(timelineEvent).where(eq(timelineEvent.ticketId, id))

    it('R18 is a numbered ticket of whoever logged it, received when the call began, and says who logged it', async () => {
      const args = call()
      expect(await result(desk.intent('logPhoneTicket', args))).toEqual([{ mut: 1, outcome: 'applied' }])
      const row = await stored(args.ticketId)
      expect(row).toMatchObject({
        channel: 'phone', receivedAt: args.startedAt, customerPriority: 'medium', engineerPriority: 'urgent', productionDown: true, assigneeId: desk.engineerId,
        requester: { name: 'Pat Lind', phone: '+1 612 555 0101' }, heldReason: null,
      })
      expect(row?.number).toBeGreaterThan(0)
      const events = await timeline(args.ticketId)
      expect(events.find(({ id }) => id === args.eventId)).toMatchObject({ actor: { kind: 'engineer', id: desk.engineerId }, body: { kind: 'received', channel: 'phone', priority: 'urgent' } })
    })

    it('R71 wakes nobody at night, though it is Urgent and the customer has 24×7', async () => {
      const night = (worldStart + minutes(60 * 12)) as Instant
      backend.setNow(night)
      const args = call({ startedAt: night - minutes(5) })
      await result(desk.intent('logPhoneTicket', args, { clientTime: night }))
      expect(await given().queries.select().from(page)).toEqual([])
    })

    it('P4 delivered twice, also under another number and five times at once, it is one ticket', async () => {
      const args = call()
      const first = desk.intent('logPhoneTicket', args)
      await Promise.all(Array.from({ length: 5 }, async () => desk.push(first)))
      expect(await result(desk.intent('logPhoneTicket', args))).toEqual([{ mut: 2, outcome: 'applied' }])
      expect(await given().queries.select().from(ticket)).toHaveLength(1)
      expect((await timeline(args.ticketId)).map(({ body }) => body.kind).toSorted()).toEqual(['assigned', 'received'])
    })

    it('P6 what follows on the new ticket is carried out after it, in order', async () => {
      const args = call({ take: false })
      const on = () => ({ ticketId: args.ticketId, eventId: randomUUID() })
      const results = await result(
        desk.intent('logPhoneTicket', args),
        desk.intent('claim', on()),
        desk.intent('addNote', { ...on(), text: 'Restarted the queue' }),
        desk.intent('logCall', { ...on(), outcome: 'reached', number: '+1 612 555 0101', contactName: 'Pat Lind', text: '', startedAt: worldStart, minutes: 3 }),
      )
      expect(results.map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'applied', 'applied'])
      expect((await timeline(args.ticketId)).toSorted((a, b) => a.rev - b.rev).map(({ body }) => body.kind)).toEqual(['received', 'assigned', 'note', 'call'])
    })

    it('R31 holds a known person without the right to ask, and keeps why', async () => {
      const args = call({ contactId: null, callerName: 'Kim' })
      await result(desk.intent('logPhoneTicket', args))
      expect(await stored(args.ticketId)).toMatchObject({ heldReason: 'requesterNotAuthorized', requester: { name: 'Kim' } })
      const held = (await timeline(args.ticketId)).find(({ body }) => body.kind === 'held')
      expect(held?.body).toMatchObject({ reason: expect.stringContaining('not a contact') as string })
    })

    it('P16 a wrong clock can neither date a call after its arrival nor lose it', async () => {
      const ahead = toInstant(worldStart + minutes(60 * 24 * 400))
      const args = call({ startedAt: ahead })
      expect(await result(desk.intent('logPhoneTicket', args, { clientTime: ahead }))).toMatchObject([{ outcome: 'applied' }])
      expect(await stored(args.ticketId)).toMatchObject({ receivedAt: worldStart, lastActivityAt: worldStart })
    })

    it('P6 refuses in words what cannot be a ticket, and what bears another ticket’s id', async () => {
      const taken = await addTicket(given())
      const results = await result(
        desk.intent('logPhoneTicket', call({ customerId: randomUUID() })),
        desk.intent('logPhoneTicket', call({ contactId: randomUUID() })),
        desk.intent('logPhoneTicket', call({ startedAt: worldStart - minutes(60 * 30) })),
        desk.intent('logPhoneTicket', call({ ticketId: taken.id })),
        desk.intent('logPhoneTicket', call({ brief: ' ' })),
      )
      expect(results.map((each) => (each.outcome === 'refused' ? each.sentence : 'applied'))).toEqual([
        expect.stringContaining('not on file any more') as string,
        expect.stringContaining('does not belong') as string,
        expect.stringContaining('more than a day') as string,
        expect.stringContaining('number of another ticket') as string,
        expect.stringContaining('The brief description is empty') as string,
      ])
      expect(await given().queries.select().from(ticket)).toHaveLength(1)
    })

    it('R5 an installation engineer logs no calls', async () => {
      const other = await backend.desk({ role: 'installation' })
      const answer = await other.push(other.intent('logPhoneTicket', call()))
      expect(answer.json<PushResponse>().results[0]).toMatchObject({ outcome: 'refused', code: 'notAllowed' })
    })
  })
}
