// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toInstant } from '../../domain/calendar/time'
import type { CommandResult, Mutation } from '../../protocol/commands/push'
import { applyChanges } from '../cache/applyChanges'
import type { DeskCache } from '../cache/deskCache'
import { readMeta } from '../cache/readMeta'
import { deskTicket } from '../fixtures/deskTicket'
import { exampleId } from '../fixtures/exampleId'
import { exampleIntent } from '../fixtures/exampleIntent'
import { examplePage, travelling } from '../fixtures/examplePage'
import { exampleSnapshot, sendLines } from '../fixtures/exampleSnapshot'
import { handTimers } from '../fixtures/handTimers'
import { memoryJournal } from '../fixtures/memoryJournal'
import { openExampleCache } from '../fixtures/openExampleCache'
import { BackendProblem } from './backendProblem'
import { syncRound } from './syncRound'

const me = exampleId(1)
const textOf = ({ args }: Mutation): string => (args as { readonly text: string }).text

/** A backend that applies each number once, refuses what begins with "refuse", and remembers the latest 200 results. */
const openBackend = (lastMut = 0) => {
  let last = lastMut
  const texts: string[] = []
  const results: CommandResult[] = []
  const calls: string[] = []
  return {
    texts,
    calls,
    client: {
      snapshot: async () => sendLines(exampleSnapshot([[]], { lastMut: last })),
      digest: async () => Promise.reject(new Error('not asked for')),
      pull: async () => {
        calls.push('pull')
        return examplePage({ lastMut: last, results: results.slice(-200) })
      },
      push: async (_token: unknown, _device: string, mutations: readonly Mutation[]) => {
        calls.push(`push ${String(mutations.length)}`)
        for (const mutation of mutations) {
          if (mutation.mut > last + 1) throw new BackendProblem('outOfOrder', 'A gap.', last + 1)
          if (mutation.mut <= last) continue
          last = mutation.mut
          texts.push(textOf(mutation))
          results.push(textOf(mutation).startsWith('refuse') ? { mut: last, outcome: 'refused', code: 'notAllowed', sentence: 'Refused.' } : { mut: last, outcome: 'applied' })
        }
        return { lastMut: last, results: results.slice(-mutations.length) }
      },
    },
  }
}

const note = (mut: number, text: string, engineerId = me) =>
  exampleIntent(mut, { engineerId, command: { name: 'addNote', args: { ticketId: exampleId(10), eventId: crypto.randomUUID(), text } } })

describe('a round', () => {
  let cache: DeskCache
  const { journal } = memoryJournal()
  const round = async (client: ReturnType<typeof openBackend>['client'], engineerId = me, signal = new AbortController().signal) =>
    syncRound({ cache, client, journal, token: async () => 'token', deviceId: exampleId(5), engineerId, now: () => toInstant(9), check: false, setTimer: handTimers().setTimer, progress: () => undefined }, signal)

  beforeEach(async () => {
    cache = await openExampleCache()
  })
  afterEach(async () => {
    await cache.delete()
  })

  it('P6 sends what waits in parts, learns of each before the next, and forgets no refusal among many', async () => {
    const backend = openBackend()
    await cache.outbox.bulkAdd(Array.from({ length: 320 }, (_, at) => note(at + 1, at === 3 ? 'refuse me early' : `note ${String(at)}`)))
    await round(backend.client)
    expect(backend.calls).toEqual(['pull', 'push 100', 'pull', 'push 100', 'pull', 'push 100', 'pull', 'push 20', 'pull'])
    expect(await cache.outbox.count()).toBe(0)
    expect(await cache.refused.toArray()).toMatchObject([{ mut: 4, sentence: 'Refused.', command: { args: { text: 'refuse me early' } } }])
  })

  it('pushes nothing of another engineer, whose outbox waits for their own sign-in', async () => {
    const backend = openBackend()
    const other = exampleId(2)
    await cache.outbox.bulkAdd([note(1, 'mine'), note(1, 'theirs', other), note(2, 'theirs too', other)])
    await round(backend.client)
    expect(backend.texts).toEqual(['mine'])
    expect((await cache.outbox.toArray()).map(({ engineerId }) => engineerId)).toEqual([other, other])
  })

  it('P13 numbers anew what a restored backend does not know, once, and sends it in its order', async () => {
    const backend = openBackend(2)
    await cache.outbox.bulkAdd([note(7, 'seven'), note(8, 'eight')])
    await round(backend.client)
    expect(backend.texts).toEqual(['seven', 'eight'])
    expect(backend.calls).toEqual(['pull', 'push 2', 'push 2', 'pull'])
    expect(await readMeta(cache, `nextMut:${me}`)).toBe(5)
  })

  it('says so instead of sending for ever when the backend does not keep what it took', async () => {
    const backend = openBackend()
    await cache.outbox.add(note(1, 'one'))
    await expect(round({ ...backend.client, push: async () => ({ lastMut: 1, results: [] }) })).rejects.toThrow('has not kept what was sent')
    expect(await cache.outbox.count()).toBe(1)
  })

  it('applies no page that arrives after the line was hung up', async () => {
    const line = new AbortController()
    const late = async () => {
      line.abort()
      return examplePage({ rows: [travelling('ticket', deskTicket(10))] })
    }
    await expect(round({ ...openBackend().client, pull: late }, me, line.signal)).rejects.toThrow('abort')
    expect(await cache.synced('ticket').count()).toBe(0)
  })

  it('lets what was applied go only with the last of its pages', async () => {
    const seen: number[] = []
    const pages = [examplePage({ more: true, lastMut: 1, results: [{ mut: 1, outcome: 'applied' }] }), examplePage({ lastMut: 1, results: [{ mut: 1, outcome: 'applied' }] })]
    await cache.outbox.add(note(1, 'one'))
    const pull = async () => {
      seen.push(await cache.outbox.count())
      return pages.shift() ?? examplePage({ lastMut: 1 })
    }
    await round({ ...openBackend().client, pull })
    expect([...seen, await cache.outbox.count()]).toEqual([1, 1, 0])
  })

  it('keeps the other backend’s rows out: a page of another epoch replaces them and sends what waits', async () => {
    await applyChanges(cache, examplePage({ rows: [travelling('ticket', deskTicket(10))] }), { engineerId: me, now: toInstant(1) })
    await cache.outbox.add(note(1, 'kept over the restore'))
    const backend = openBackend()
    let first = true
    const cursor = { ...examplePage().cursor, epoch: exampleId(91) }
    const pull = async () => {
      const page = await backend.client.pull()
      const reset = first
      first = false
      return { ...page, reset, cursor }
    }
    await round({ ...backend.client, pull, snapshot: async () => sendLines(exampleSnapshot([[travelling('ticket', deskTicket(11))]], { cursor })) })
    expect(await cache.synced('ticket').toCollection().primaryKeys()).toEqual([exampleId(11)])
    expect(backend.texts).toEqual(['kept over the restore'])
  })
})
