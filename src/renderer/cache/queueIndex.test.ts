// @vitest-environment node
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exampleContract, examplePolicy, wall } from '../../domain/fixtures/examples'
import { toInstant } from '../../domain/calendar/time'
import type { Customer } from '../../domain/customer/customer'
import type { Ticket } from '../../domain/ticket/ticket'
import type { TicketCommand } from '../../domain/ticket/ticketCommand'
import type { PullResponse } from '../../protocol/sync/pull'
import { deskTicket } from '../fixtures/deskTicket'
import { exampleEngineer } from '../fixtures/exampleEngineer'
import { exampleId } from '../fixtures/exampleId'
import { exampleIntent } from '../fixtures/exampleIntent'
import { examplePage, travelling } from '../fixtures/examplePage'
import { openExampleCache } from '../fixtures/openExampleCache'
import { applyChanges } from './applyChanges'
import type { DeskCache } from './deskCache'
import { createQueueIndex } from './queueIndex'
import type { QueueIndex } from './queueIndex'

const me = exampleId(1)
const now = wall('2026-11-24T11:00')
const customer = (name = 'Lakeside Clinic'): Customer => ({
  id: exampleId(70), rev: 1, name, accountNumber: 'A-1', phone: '', accountManager: { name: '', email: '' }, maintenanceWindow: '', quirks: '',
})
const claim = (n: number, mut: number) => exampleIntent(mut, { command: { name: 'claim', args: { ticketId: exampleId(n), eventId: exampleId(500 + mut) } } })

let cache: DeskCache
let queue: QueueIndex
const arrive = async (changes: Partial<PullResponse>): Promise<void> => applyChanges(cache, examplePage(changes), { engineerId: me, now })
const rowsOf = (tickets: readonly Ticket[]) => tickets.map((ticket) => travelling('ticket', ticket))
const firm = () => [
  travelling('engineer', exampleEngineer(1)), travelling('engineer', exampleEngineer(2)), travelling('customer', customer()), travelling('policy', examplePolicy()),
  travelling('contract', exampleContract({ id: exampleId(80), customerId: exampleId(70) })),
]
const shownNumbers = async (): Promise<readonly number[]> => {
  await queue.settled()
  return queue.read().rows.map(({ ticket }) => ticket.number)
}

beforeEach(async () => {
  cache = await openExampleCache()
  queue = createQueueIndex(cache, () => now)
  await queue.setEngineer(me)
})
afterEach(async () => {
  queue.close()
  await cache.delete()
})

describe('the queue index', () => {
  it('R50 R51 keeps the order: Urgent first, down before others, then first come; closed ones are not in it', async () => {
    const at = (minute: number) => wall(`2026-11-24T10:${String(minute).padStart(2, '0')}`)
    await arrive({
      rows: rowsOf([
        deskTicket(10, { receivedAt: at(1) }),
        deskTicket(11, { customerPriority: 'urgent', receivedAt: at(9) }),
        deskTicket(12, { customerPriority: 'urgent', brief: 'Server down', receivedAt: at(20) }),
        deskTicket(13, { customerPriority: 'low', receivedAt: at(0) }),
        deskTicket(14, { receivedAt: at(0) }),
        deskTicket(15, { customerPriority: 'urgent' }, { state: 'resolved' }),
        deskTicket(16, { customerPriority: 'high', receivedAt: at(30) }, { state: 'waiting' }),
        deskTicket(17, { customerPriority: 'low', receivedAt: at(40) }, { engineerPriority: 'urgent' }),
      ]),
    })
    expect(await shownNumbers()).toEqual([10_012, 10_011, 10_017, 10_016, 10_014, 10_010, 10_013])
  })

  it('is ready only when a sync has brought something', async () => {
    expect(queue.read()).toEqual({ rows: [], ready: false })
    await arrive({})
    await queue.settled()
    expect(queue.read()).toEqual({ rows: [], ready: true })
  })

  it('says who it is, by whom and under what contract, and changes it with the rows that say so', async () => {
    await arrive({ rows: [...firm(), ...rowsOf([deskTicket(10, {}, { assigneeId: exampleId(2) })])] })
    await queue.settled()
    expect(queue.read().rows).toMatchObject([{ customerName: 'Lakeside Clinic', assigneeName: 'Lee Park', contract: { kind: '24x7' }, pending: false, attachmentCount: 0 }])
    const attachment = { id: exampleId(85), rev: 1, ticketId: exampleId(10), eventId: exampleId(86), name: 'fax.log', mediaType: 'text/plain', size: 1, sha256: 'a'.repeat(64), createdAt: now }
    await arrive({ rows: [travelling('customer', customer('Lakeside Hospital')), travelling('attachment', attachment)], tombstones: [{ table: 'contract', id: exampleId(80), rev: 9 }] })
    await queue.settled()
    expect(queue.read().rows).toMatchObject([{ customerName: 'Lakeside Hospital', contract: { kind: 'none' }, attachmentCount: 1 }])
  })

  it('gives an unchanged ticket the same entry, so that its row is not drawn again', async () => {
    await arrive({ rows: [...firm(), ...rowsOf([deskTicket(10), deskTicket(11)])] })
    await queue.settled()
    const before = queue.read().rows
    await arrive({ rows: rowsOf([deskTicket(11, { brief: 'Changed' })]) })
    await queue.settled()
    expect(queue.read().rows.map((entry) => before.includes(entry))).toEqual([true, false])
  })

  it('lays one engineer’s pending intents over, and another’s when they sign in', async () => {
    await arrive({ rows: [...firm(), ...rowsOf([deskTicket(10), deskTicket(11)])] })
    await cache.outbox.add(claim(10, 1))
    cache.notices.tell({ kind: 'outbox', toSend: true })
    await queue.settled()
    expect(queue.read().rows.map(({ ticket, pending }) => [ticket.assigneeId, pending])).toEqual([[me, true], [null, false]])
    await queue.setEngineer(exampleId(2))
    expect(queue.read().rows.map(({ ticket, pending }) => [ticket.assigneeId, pending])).toEqual([[null, false], [null, false]])
  })

  it('never lets a pending mark or its change go before the rows it made are here, however fast pages come', async () => {
    const resolve: TicketCommand = { name: 'setState', args: { ticketId: exampleId(11), eventId: exampleId(502), state: 'resolved', reason: 'Restarted' } }
    await arrive({ rows: [...firm(), ...rowsOf([deskTicket(10), deskTicket(11, {}, { assigneeId: me })])] })
    await cache.outbox.bulkAdd([claim(10, 1), exampleIntent(2, { command: resolve })])
    cache.notices.tell({ kind: 'outbox', toSend: true })
    await queue.settled()
    const seen = new Map<string, string[]>([[exampleId(10), []], [exampleId(11), []]])
    queue.listen(() => {
      for (const [id, words] of seen) {
        const entry = queue.read().rows.find(({ ticket }) => ticket.id === id)
        const word = entry === undefined ? 'not in the queue' : `${entry.ticket.assigneeId === me ? 'mine' : 'free'}${entry.pending ? ', pending' : ''}`
        if (words.at(-1) !== word) words.push(word)
      }
    })
    const results = [{ mut: 1, outcome: 'applied' }, { mut: 2, outcome: 'applied' }] as const
    await arrive({ more: true, lastMut: 2, results: [...results], rows: rowsOf([deskTicket(13, { customerPriority: 'low' })]) })
    // My resolution was applied, and the customer has answered since: the ticket is open again.
    await arrive({ lastMut: 2, results: [...results], rows: rowsOf([deskTicket(10, {}, { assigneeId: me, rev: 8 }), deskTicket(11, {}, { assigneeId: me, rev: 9 })]) })
    await queue.settled()
    expect([...seen.values()]).toEqual([['mine, pending', 'mine'], ['not in the queue', 'mine']])
  })

  it('takes in a ticket out of the queue that a pending intent opens again, and lets it go when that is refused', async () => {
    await arrive({ rows: [...firm(), ...rowsOf([deskTicket(10, {}, { state: 'resolved' })])] })
    expect(await shownNumbers()).toEqual([])
    await cache.outbox.add(exampleIntent(1, { command: { name: 'setState', args: { ticketId: exampleId(10), eventId: exampleId(501), state: 'open', reason: 'Came back' } } }))
    cache.notices.tell({ kind: 'outbox', toSend: true })
    expect(await shownNumbers()).toEqual([10_010])
    await arrive({ lastMut: 1, results: [{ mut: 1, outcome: 'refused', code: 'notAllowed', sentence: 'No.' }] })
    expect(await shownNumbers()).toEqual([])
  })

  it('follows row by row to what reading everything anew gives, whatever arrives in whatever order', async () => {
    const id = fc.integer({ min: 10, max: 15 })
    const ticket = fc
      .record({
        n: id, minute: fc.integer({ min: 0, max: 5 }), priority: fc.constantFrom('urgent', 'high', 'medium', 'low'),
        state: fc.constantFrom('open', 'waiting', 'resolved', 'closed'), assignee: fc.constantFrom(null, me, exampleId(2)),
      })
      .map(({ n, minute, priority, state, assignee }) =>
        travelling('ticket', deskTicket(n, { customerPriority: priority, receivedAt: toInstant(now - minute * 60_000) }, { state, assigneeId: assignee })),
      )
    const small = fc.constantFrom(travelling('customer', customer('Renamed')), travelling('engineer', exampleEngineer(2, { name: 'Lee Parker' })), ...firm())
    const step = fc.oneof(
      fc.record({ rows: fc.array(fc.oneof({ weight: 4, arbitrary: ticket }, small), { maxLength: 4 }), reset: fc.boolean(), lastMut: fc.nat({ max: 6 }), more: fc.boolean() }),
      fc.record({ deleted: id }),
      fc.record({ claimed: id }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        let mut = 0
        await Promise.all([cache.outbox.clear(), ...cache.tables.map(async (table) => table.clear())])
        await arrive({ reset: true, rows: firm() })
        for (const each of steps) {
          if ('rows' in each) await arrive(each.reset ? { ...each, rows: [...firm(), ...each.rows] } : each)
          else if ('deleted' in each) await arrive({ tombstones: [{ table: 'ticket', id: exampleId(each.deleted), rev: 1 }] })
          else {
            mut += 1
            await cache.outbox.put(claim(each.claimed, mut))
            cache.notices.tell({ kind: 'outbox', toSend: true })
          }
        }
        await queue.settled()
        const anew = createQueueIndex(cache, () => now)
        await anew.setEngineer(me)
        anew.close()
        expect(queue.read()).toEqual(anew.read())
      }),
      { numRuns: 15 },
    )
  }, 30_000)
})
