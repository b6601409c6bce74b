// @vitest-environment node
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { toInstant } from '../../domain/calendar/time'
import { examplePolicy } from '../../domain/fixtures/examples'
import type { Ticket } from '../../domain/ticket/ticket'
import type { DeskArgs } from '../../protocol/ipc/deskApi'
import { useTroubleStore } from '../bridge/troubleStore'
import { applyChanges } from '../cache/applyChanges'
import type { DeskCache } from '../cache/deskCache'
import { createQueueIndex } from '../cache/queueIndex'
import type { QueueIndex } from '../cache/queueIndex'
import { deskTicket } from '../fixtures/deskTicket'
import { exampleEngineer } from '../fixtures/exampleEngineer'
import { exampleId } from '../fixtures/exampleId'
import { examplePage, travelling } from '../fixtures/examplePage'
import { openExampleCache } from '../fixtures/openExampleCache'
import { useConnection } from '../sync/connectionStore'
import { keepTray } from './keepTray'

const me = exampleId(1)
const now = toInstant(Date.UTC(2026, 10, 24, 20, 2))
let cache: DeskCache
let queue: QueueIndex
let told: DeskArgs<'tray.update'>[]
let stop: () => void

const arrive = async (...tickets: readonly Ticket[]): Promise<void> => {
  await applyChanges(cache, examplePage({ rows: [travelling('engineer', exampleEngineer()), travelling('policy', examplePolicy()), ...tickets.map((ticket) => travelling('ticket', ticket))] }), { engineerId: me, now })
  await queue.settled()
}
const urgent = (n: number, row: Partial<Ticket> = {}): Ticket => deskTicket(n, { customerPriority: 'urgent', brief: 'Nothing goes out' }, row)

beforeEach(async () => {
  told = []
  useConnection.setState(useConnection.getInitialState(), true)
  cache = await openExampleCache()
  queue = createQueueIndex(cache, () => now)
  await queue.setEngineer(me)
  stop = keepTray(queue, {
    update: async (summary) => {
      told.push(summary)
      return { outcome: 'done' }
    },
  })
})
afterEach(async () => {
  stop()
  queue.close()
  await cache.delete()
})

it('counts the Urgent ones that nobody has seen, lists at most ten, and says who works here', async () => {
  await arrive(...Array.from({ length: 12 }, (_, at) => urgent(10 + at)), urgent(40, { acknowledgedAt: now }), deskTicket(41))
  const last = told.at(-1)
  expect(last).toMatchObject({ unacknowledgedUrgent: 12, signedInAs: 'Dana Reyes' })
  expect(last?.urgent).toHaveLength(10)
  expect(last?.urgent[0]).toEqual({ ticketId: exampleId(10), label: '#10010 Ana Ortiz: Nothing goes out' })
})

it.each([
  ['live', 'live', true],
  ['catchingUp', 'catching up', true],
  ['starting', 'starting', false],
  ['offline', 'offline since 14:02 CT', false],
  ['signedOut', 'signed out', false],
] as const)('says %s as “%s”', async (phase, sync, online) => {
  await arrive()
  useConnection.setState({ phase, since: now })
  expect(told.at(-1)).toMatchObject({ sync, online })
})

it('tells only what changed, and nothing after it was stopped', async () => {
  await arrive(urgent(10))
  const before = told.length
  await arrive(deskTicket(11))
  useConnection.setState({ lastSyncAt: now })
  expect(told).toHaveLength(before)
  stop()
  useConnection.setState({ phase: 'live' })
  expect(told).toHaveLength(before)
})

it('notes that the tray could not be updated', async () => {
  useTroubleStore.setState({ sentences: [] })
  const stopOther = keepTray(queue, { update: async () => Promise.reject(new Error('no tray here')) })
  stopOther()
  await vi.waitFor(() => expect(useTroubleStore.getState().sentences).toEqual(['The tray could not be updated. no tray here']))
})
