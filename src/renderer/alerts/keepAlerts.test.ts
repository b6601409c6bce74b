// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toInstant } from '../../domain/calendar/time'
import type { Instant } from '../../domain/calendar/time'
import { examplePolicy } from '../../domain/fixtures/examples'
import type { Ticket } from '../../domain/ticket/ticket'
import type { DeskAnswer } from '../../protocol/ipc/deskApi'
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
import { useAlertStore } from './alertStore'
import { keepAlerts } from './keepAlerts'
import type { AlertKeeper } from './keepAlerts'

const me = exampleId(1)
const now = toInstant(Date.UTC(2026, 10, 24, 16, 5))
const key = (n: number): string => `urgent:${exampleId(n)}`
const urgent = (n: number, row: Partial<Ticket> = {}): Ticket => deskTicket(n, { customerPriority: 'urgent' }, row)

let cache: DeskCache
let queue: QueueIndex
let keeper: AlertKeeper
let told: string[]
let answer: DeskAnswer<'notifications.show'> | Error
let closing: DeskAnswer<'notifications.close'> | Error

const notifications = {
  show: async (wish: { readonly key: string }) => {
    told.push(`show ${wish.key}`)
    if (answer instanceof Error) throw answer
    return answer
  },
  close: async (wish: { readonly key: string }) => {
    told.push(`close ${wish.key}`)
    if (closing instanceof Error) throw closing
    return closing
  },
}
const keep = (runOf: Instant = toInstant(1)): AlertKeeper => keepAlerts({ cache, queue, notifications, now: () => now, runOf })
const arrive = async (...tickets: readonly Ticket[]): Promise<void> => {
  await applyChanges(cache, examplePage({ rows: [travelling('engineer', exampleEngineer()), travelling('policy', examplePolicy()), ...tickets.map((ticket) => travelling('ticket', ticket))] }), { engineerId: me, now })
  await queue.settled()
  await keeper.check()
}
/** What was told to the desktop since the last look. */
const since = (): readonly string[] => told.splice(0)
const outcomeOf = (n: number) => useAlertStore.getState().outcomes.get(key(n))

beforeEach(async () => {
  told = []
  answer = { outcome: 'shown' }
  closing = { outcome: 'done' }
  useAlertStore.setState({ outcomes: new Map() })
  useTroubleStore.setState({ sentences: [] })
  cache = await openExampleCache()
  queue = createQueueIndex(cache, () => now)
  await queue.setEngineer(me)
  keeper = keep()
})
afterEach(async () => {
  keeper.close()
  queue.close()
  await cache.delete()
})

describe('the interruptions', () => {
  it('shows each Urgent once, in the order of the queue, and nothing for others', async () => {
    await arrive(urgent(10), deskTicket(11), urgent(12, { productionDown: true }), deskTicket(13, { customerPriority: 'high' }))
    expect(since()).toEqual([`show ${key(12)}`, `show ${key(10)}`])
    await arrive(urgent(10, { rev: 9 }), deskTicket(11, { brief: 'Still late' }))
    await keeper.check()
    expect(since()).toEqual([])
  })

  it('rings nothing again after a reload of the page, but does in another run of the program', async () => {
    await arrive(urgent(10))
    since()
    keeper.close()
    keeper = keep()
    await keeper.check()
    expect(since()).toEqual([])
    keeper.close()
    keeper = keep(toInstant(2))
    await keeper.check()
    expect(since()).toEqual([`show ${key(10)}`])
  })

  it.each([
    ['a colleague’s acknowledgement', { acknowledgedAt: now, acknowledgedBy: exampleId(2) }],
    ['a colleague’s claim', { assigneeId: exampleId(2) }],
    ['an engineer’s lower priority', { engineerPriority: 'medium' }],
    ['its end', { state: 'closed' }],
  ] satisfies readonly (readonly [string, Partial<Ticket>])[])('P29 %s closes it, also after a reload', async (_what, row) => {
    await arrive(urgent(10))
    keeper.close()
    keeper = keep()
    since()
    await arrive(urgent(10, row))
    expect(since()).toEqual([`close ${key(10)}`])
    expect(outcomeOf(10)).toBeUndefined()
    await keeper.check()
    expect(since()).toEqual([])
  })

  it('rings anew when a ticket becomes Urgent once more', async () => {
    await arrive(urgent(10))
    await arrive(urgent(10, { engineerPriority: 'low' }))
    since()
    await arrive(urgent(10))
    expect(since()).toEqual([`show ${key(10)}`])
  })

  it('records what became of it; one that the person suppressed is not tried again', async () => {
    answer = { outcome: 'suppressed', reason: 'Notifications are switched off in the settings.' }
    await arrive(urgent(10))
    await keeper.check()
    expect([since(), outcomeOf(10)]).toEqual([[`show ${key(10)}`], answer])
  })

  it.each([
    ['failed', { outcome: 'failed', reason: 'No notification service.' }],
    ['could not even be asked for', new Error('No notification service.')],
  ] as const)('tells one that %s and tries it again at the next look', async (_what, trouble) => {
    answer = trouble
    await arrive(urgent(10))
    expect(outcomeOf(10)).toEqual({ outcome: 'failed', reason: 'No notification service.' })
    since()
    answer = { outcome: 'shown' }
    await keeper.check()
    expect([since(), outcomeOf(10)]).toEqual([[`show ${key(10)}`], { outcome: 'shown' }])
  })

  it.each([
    ['fails', { outcome: 'failed', reason: 'The bus is gone.' }],
    ['rejects', new Error('The bus is gone.')],
  ] as const)('lets a close that %s hold up no new one, tells it, and closes later', async (_what, trouble) => {
    await arrive(urgent(10))
    since()
    closing = trouble
    await arrive(urgent(10, { state: 'closed' }), urgent(11))
    expect(since()).toEqual(expect.arrayContaining([`close ${key(10)}`, `show ${key(11)}`]))
    expect(useTroubleStore.getState().sentences.join(' ')).toContain('The bus is gone.')
    closing = { outcome: 'done' }
    await keeper.check()
    expect(since()).toEqual([`close ${key(10)}`])
  })

  it('P20 rings once also when the cache cannot be written', async () => {
    await arrive()
    cache.meta.hook('creating', (name) => {
      if (name === 'raisedAlerts') throw new Error('the disk is full')
    })
    await arrive(urgent(10))
    await keeper.check()
    expect(since()).toEqual([`show ${key(10)}`])
    expect(useTroubleStore.getState().sentences.join(' ')).toContain('the disk is full')
  })

  it('waits for the policy and for an engineer before it judges anything', async () => {
    await applyChanges(cache, examplePage({ rows: [travelling('ticket', urgent(10))] }), { engineerId: me, now })
    await queue.settled()
    await keeper.check()
    expect(since()).toEqual([])
  })
})
