import 'fake-indexeddb/auto'
import { parseArgs } from 'node:util'
import { forceCloseDatabase } from 'fake-indexeddb'
import { toInstant } from '../../src/domain/calendar/time'
import { DeskCache } from '../../src/renderer/cache/deskCache'
import { keepCacheOpen } from '../../src/renderer/cache/keepCacheOpen'
import { deskTicket } from '../../src/renderer/fixtures/deskTicket'
import { exampleId } from '../../src/renderer/fixtures/exampleId'
import { memoryJournal } from '../../src/renderer/fixtures/memoryJournal'
import { saveIntent } from '../../src/renderer/outbox/saveIntent'
import { syncRound } from '../../src/renderer/sync/syncRound'
import { seededDice } from '../fixtures/seededDice'
import { backendRows, roundParts } from './copyWorld'

/** The long form of P12, P15 and P21: drift injected into a desk's copy, and stores lost under a running desk. */
const { values } = parseArgs({ options: { drifts: { type: 'string', default: '1000' }, losses: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } } })
const dice = seededDice(Number(values.seed))
const pick = <T>(from: readonly T[]): T => from[Math.floor(dice() * from.length)] as T
const never = new AbortController().signal
const tickets = backendRows.filter(({ table }) => table === 'ticket').map(({ row }) => row['id'] as string)

const spoilings: readonly (readonly [string, (cache: DeskCache) => Promise<unknown>])[] = [
  ['dropped', async (cache) => cache.synced('ticket').delete(pick(tickets))],
  ['doubled', async (cache) => cache.table('ticket').add(deskTicket(900 + Math.floor(dice() * 50)))],
  ['flipped under its revision', async (cache) => cache.synced('ticket').update(pick(tickets), { brief: `Bits ${String(dice())}` })],
  ['given another revision', async (cache) => cache.synced('ticket').update(pick(tickets), { rev: 7_000 })],
]

const injectDrifts = async (count: number): Promise<number> => {
  const cache = new DeskCache('drifts')
  await cache.open()
  const { parts } = roundParts(cache)
  await syncRound(parts, never)
  const right = JSON.stringify(await cache.synced('ticket').orderBy('id').toArray())
  let missed = 0
  for (let n = 0; n < count; n += 1) {
    const [kind, spoil] = pick(spoilings)
    await spoil(cache)
    await syncRound(parts, never)
    if (JSON.stringify(await cache.synced('ticket').orderBy('id').toArray()) === right) continue
    missed += 1
    console.log(`drift ${String(n)} was missed: a row was ${kind}`)
  }
  await cache.delete()
  return missed
}

/** Each: a note is saved, the store is lost one way or another, and comes back with all rows and all notes so far unsent. */
const loseStores = async (count: number): Promise<number> => {
  let [lost, healed] = [0, 0]
  for (let n = 0; n < count; n += 1) {
    const { journal } = memoryJournal()
    const cache = new DeskCache(`lost ${String(n)}`)
    let isHealed: () => void = () => undefined
    const keeper = keepCacheOpen({
      cache,
      setTimer: (work) => {
        const timer = setTimeout(work, 0)
        return () => clearTimeout(timer)
      },
      onHealed: () => {
        healed += 1
        isHealed()
      },
    })
    await keeper.open()
    const { parts } = roundParts(cache, journal)
    await syncRound(parts, never)
    const notes = 1 + Math.floor(dice() * 5)
    for (let k = 0; k < notes; k += 1) {
      const saved = await saveIntent({ cache, journal, engineerId: exampleId(1), now: toInstant(2) }, { name: 'addNote', args: { ticketId: pick(tickets), eventId: crypto.randomUUID(), text: `note ${String(k)}` } })
      if (!saved.saved) throw new Error(saved.reason)
    }
    const back = new Promise<void>((resolve) => {
      isHealed = resolve
    })
    if (n % 3 === 0) indexedDB.deleteDatabase(cache.name)
    else if (n % 3 === 1) forceCloseDatabase(cache.backendDB() as never)
    else {
      keeper.report(new DOMException('for the test', 'UnknownError'))
      await back
      keeper.report(new DOMException('for the test', 'UnknownError'))
    }
    await back
    await keeper.settled()
    await syncRound(parts, never).catch((error: unknown) => {
      if (!(error instanceof Error && error.message === 'offline')) throw error
    })
    if ((await cache.outbox.count()) !== notes || (await cache.synced('ticket').count()) !== tickets.length) {
      lost += 1
      console.log(`store ${String(n)} did not come back whole: ${String(await cache.outbox.count())} of ${String(notes)} notes, ${String(await cache.synced('ticket').count())} of ${String(tickets.length)} tickets`)
    }
    keeper.stop()
    await cache.delete()
  }
  console.log(`${String(healed)} healings`)
  return lost
}

const missed = await injectDrifts(Number(values.drifts))
console.log(`P12: ${values.drifts} drifts injected, ${String(missed)} missed`)
const lost = await loseStores(Number(values.losses))
console.log(`P15 P21: ${values.losses} stores lost, ${String(lost)} did not come back whole`)
process.exitCode = missed + lost === 0 ? 0 : 1
