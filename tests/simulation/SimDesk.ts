import { Dexie } from 'dexie'
import { OutboxJournal } from '../../src/main/outboxJournal/outboxJournal'
import { toInstant } from '../../src/domain/calendar/time'
import type { DeskCommand } from '../../src/protocol/commands/deskCommands'
import type { PullResponse } from '../../src/protocol/sync/pull'
import { DeskCache } from '../../src/renderer/cache/deskCache'
import type { Journal } from '../../src/renderer/outbox/journal'
import { saveIntent } from '../../src/renderer/outbox/saveIntent'
import { createBackendClient } from '../../src/renderer/sync/backendClient'
import type { BackendClient } from '../../src/renderer/sync/backendClient'
import { createSyncLoop } from '../../src/renderer/sync/syncLoop'
import type { SyncLoop } from '../../src/renderer/sync/syncLoop'
import { worldStart } from '../fixtures/backendWorld'
import type { TaskCount } from './countTasks'
import type { Dice } from './createDice'
import type { Defect } from './defects'
import type { SimSeat } from './SimBackend'
import type { SimClock } from './SimClock'
import { SimDisk } from './SimDisk'
import type { SimLine } from './SimLine'

/** Where a desk can be made to end in the middle of its work. */
export const crashPoints = ['now', 'beforeJournal', 'afterJournal', 'afterOutbox', 'afterPush', 'onPage', 'betweenPages', 'duringApply'] as const
export type CrashPoint = (typeof crashPoints)[number]

/** What a crash takes with it besides the process: `power` = all that was not synced; `cache` = the browser's storage. */
export type CrashLoss = 'process' | 'power' | 'cache' | 'powerAndCache'

/** `unknown`: the process ended before it could tell. */
export type Saved = 'saved' | 'unknown' | { readonly notSaved: string }

interface DeskParts {
  readonly name: string
  readonly clock: SimClock
  readonly dice: Dice
  readonly tasks: TaskCount
  readonly seat: SimSeat
  readonly defect: Defect | null
  readonly trouble: (sentence: string) => void
}

interface Crash {
  readonly point: CrashPoint
  readonly loss: CrashLoss
}

/** One run of the desk's program: everything it holds dies with it. */
interface Life {
  alive: boolean
  readonly cache: DeskCache
  readonly journal: Journal
  readonly loop: SyncLoop
}

class Ended extends Error {}

/** A desk: the real cache, outbox, journal and sync loop, on a machine that crashes when it is told to. */
export class SimDesk {
  /** How far its clock is off, in milliseconds. */
  clockError = 0
  life: Life | null = null
  crashes = 0
  /** Refusals that had been shown when the browser's storage was destroyed. */
  readonly shownAndLost = new Set<string>()
  #next: Crash | null = null
  #line: SimLine | null = null
  readonly #disk: SimDisk
  readonly #parts: DeskParts

  constructor(parts: DeskParts) {
    this.#parts = parts
    this.#disk = new SimDisk(parts.defect !== 'journalNotSynced')
  }

  get seat(): SimSeat {
    return this.#parts.seat
  }

  set line(line: SimLine) {
    this.#line = line
  }

  /** Starts the program: opens the cache, signs in, syncs. */
  async start(): Promise<void> {
    const { name, clock, dice, seat, trouble } = this.#parts
    const cache = new DeskCache(name)
    await cache.open()
    const given = { alive: true }
    const file = new OutboxJournal('disk/outbox.journal', this.#disk.openFor(() => given.alive))
    const now = () => toInstant(worldStart + clock.now() + this.clockError)
    const journal: Journal = {
      append: async (entry) => {
        this.#reach('beforeJournal')
        try {
          await file.append(entry)
        } catch (error) {
          return { outcome: 'failed', reason: String(error) }
        }
        this.#reach('afterJournal')
        return { outcome: 'done' }
      },
      read: async () => file.read(),
      drop: async (args) => {
        await file.drop(args)
        return { outcome: 'done' }
      },
    }
    cache.notices.listen((notice) => {
      if (notice.kind === 'outbox' && notice.toSend) this.#reach('afterOutbox')
    })
    const client = this.#client(cache, journal)
    const setTimer = (work: () => void, ms: number) => clock.setTimer(() => (given.alive ? work() : undefined), ms)
    const loop = createSyncLoop({
      cache, client: () => client, journal, token: async () => seat.accessToken, deviceId: seat.session.deviceId,
      engineerId: async () => seat.session.engineer.id, now, setTimer, dice: dice.throw,
      onSessionEnded: (sentence) => trouble(`${name} lost its session: ${sentence}`),
    })
    this.life = Object.assign(given, { cache, journal, loop })
    loop.tell({ kind: 'signedIn' })
  }

  /** Something a person does. Answers what they were told. */
  async give(command: DeskCommand): Promise<Saved> {
    const { life } = this
    if (life === null) return { notSaved: 'the desk is not running' }
    const at = toInstant(worldStart + this.#parts.clock.now() + this.clockError)
    const outcome = await saveIntent({ cache: life.cache, journal: life.journal, engineerId: this.seat.session.engineer.id, now: at }, command)
    if (!life.alive) return 'unknown'
    return outcome.saved ? 'saved' : { notSaved: outcome.reason }
  }

  /** Ends the program at the next time it comes to `point`. */
  crashAt(point: CrashPoint, loss: CrashLoss): void {
    this.#next = { point, loss }
    if (point === 'now') this.#crash()
  }

  /** Told by the line when an answer has arrived. */
  arrived(path: string): void {
    if (path === '/api/sync/push') this.#crashIf('afterPush')
    if (path === '/api/sync/pull') this.#crashIf('onPage')
  }

  forgetCrash(): void {
    this.#next = null
  }

  wake(): void {
    this.life?.loop.tell({ kind: 'wake' })
  }

  /** Every entry of the journal that can be read now. */
  async journalled(): Promise<readonly string[]> {
    const { entries } = await new OutboxJournal('disk/outbox.journal', this.#disk.openFor(() => true)).read()
    return entries.map(({ mutation }) => (mutation.args as { readonly eventId: string }).eventId)
  }

  async close(): Promise<void> {
    if (this.life !== null) this.#end(this.life)
    await Dexie.delete(this.#parts.name)
  }

  #reach(point: CrashPoint): void {
    if (this.#crashIf(point)) throw new Ended('the process has ended')
  }

  #crashIf(point: CrashPoint): boolean {
    if (this.#next?.point !== point || this.life === null) return false
    this.#crash()
    return true
  }

  #crash(): void {
    const { life } = this
    const loss = this.#next?.loss ?? 'process'
    this.#next = null
    if (life === null) return
    this.crashes += 1
    this.#end(life)
    if (loss === 'power' || loss === 'powerAndCache') this.#disk.cutPower(this.#parts.dice)
    const { clock, dice, tasks } = this.#parts
    const again = async (): Promise<void> => {
      if (loss === 'cache' || loss === 'powerAndCache') await this.#destroyCache()
      await this.start()
    }
    clock.setTimer(() => void tasks.during(again()), 200 + dice.below(3_000))
  }

  async #destroyCache(): Promise<void> {
    const cache = new DeskCache(this.#parts.name)
    for (const { eventId } of await cache.refused.toArray()) this.shownAndLost.add(eventId)
    cache.close()
    await Dexie.delete(this.#parts.name)
  }

  #end(life: Life): void {
    life.alive = false
    this.life = null
    this.#line?.breakAll()
    life.loop.close()
    abortTransactions(life.cache)
    life.cache.close()
  }

  /** The real client, and what defects of the desk would do with its answers. */
  #client(cache: DeskCache, journal: Journal): BackendClient {
    const line = this.#line
    if (line === null) throw new Error('the desk has no line')
    const client = createBackendClient('http://backend.example', line.fetch)
    const engineerId = this.seat.session.engineer.id
    const { defect } = this.#parts
    const afterPage = (page: PullResponse): void => {
      if (page.more) this.#reach('betweenPages')
      if (this.#next?.point !== 'duringApply') return
      const { tasks, dice } = this.#parts
      void tasks.during(tasks.pass(dice.below(25)).then(() => this.#crashIf('duringApply')))
    }
    return {
      ...client,
      pull: async (token, device, cursor, signal) => {
        const page = await client.pull(token, device, cursor, signal)
        afterPage(page)
        if (page.reset && defect === 'resetDropsOutbox') {
          await cache.outbox.clear()
          await journal.drop({ engineerId, upToMut: Number.MAX_SAFE_INTEGER })
        }
        return page
      },
      push: async (token, device, mutations, signal) => {
        const answer = await client.push(token, device, mutations, signal)
        if (defect === 'confirmBeforeRows') {
          await cache.outbox.bulkDelete(mutations.map(({ mut }): [string, number] => [engineerId, mut]))
          await journal.drop({ engineerId, upToMut: answer.lastMut })
        }
        return answer
      },
    }
  }
}

/** A process that dies leaves no transaction half committed: what was not committed is gone. */
const abortTransactions = (cache: DeskCache): void => {
  // The in-memory IndexedDB keeps its running transactions behind the handle.
  const raw = (cache.backendDB() as unknown as Readonly<Record<string, { readonly transactions: readonly IDBTransaction[] }>> | null)?.['_rawDatabase']
  for (const transaction of raw?.transactions ?? []) {
    try {
      transaction.abort()
    } catch (error) {
      // It has ended already.
      if (!(error instanceof DOMException || (error as Error).name === 'InvalidStateError')) throw error
    }
  }
}
