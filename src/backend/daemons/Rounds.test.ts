import { describe, expect, it } from 'vitest'
import { Rounds } from './Rounds'

/** Rounds whose timers and ends are in the test's hand. */
const openRounds = (pauseMs = 5_000) => {
  const timers: { readonly work: () => void; readonly ms: number }[] = []
  const ends: { readonly done: () => void; readonly fail: (error: Error) => void }[] = []
  const failures: unknown[] = []
  const rounds = new Rounds({
    round: async () => new Promise<void>((resolve, reject) => ends.push({ done: resolve, fail: reject })),
    pauseMs: () => pauseMs,
    onFailure: (error) => failures.push(error),
    setTimer: (work, ms) => {
      const timer = { work, ms }
      timers.push(timer)
      return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1))
    },
  })
  const settle = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
  return { rounds, timers, ends, failures, settle }
}

describe('rounds', () => {
  it('do nothing before they are started, and rest after each round', async () => {
    const { rounds, timers, ends, settle } = openRounds()
    rounds.wake()
    expect(ends).toHaveLength(0)
    rounds.start()
    expect(ends).toHaveLength(1)
    ends[0]?.done()
    await settle()
    expect(timers.map(({ ms }) => ms)).toEqual([5_000])
    timers.shift()?.work()
    expect(ends).toHaveLength(2)
  })

  it('run at once when woken from their rest, and leave no second timer behind', async () => {
    const { rounds, timers, ends, settle } = openRounds()
    rounds.start()
    ends[0]?.done()
    await settle()
    rounds.wake()
    expect([ends.length, timers.length]).toEqual([2, 0])
  })

  it('look again right after a round that was under way when they were woken', async () => {
    const { rounds, timers, ends, settle } = openRounds()
    rounds.start()
    rounds.wake()
    expect(ends).toHaveLength(1)
    ends[0]?.done()
    await settle()
    expect(timers.map(({ ms }) => ms)).toEqual([0])
    timers.shift()?.work()
    ends[1]?.done()
    await settle()
    expect(timers.map(({ ms }) => ms)).toEqual([5_000])
  })

  it('tell of a failed round and go on', async () => {
    const { rounds, timers, ends, failures, settle } = openRounds()
    rounds.start()
    const error = new Error('disk full')
    ends[0]?.fail(error)
    await settle()
    expect([failures, timers.length]).toEqual([[error], 1])
  })

  it('stop after the round under way, and start no other', async () => {
    const { rounds, timers, ends, settle } = openRounds()
    rounds.start()
    rounds.wake()
    let stopped = false
    const stopping = rounds.stop().then(() => (stopped = true))
    await settle()
    expect(stopped).toBe(false)
    ends[0]?.done()
    await stopping
    rounds.wake()
    expect([ends.length, timers.length]).toEqual([1, 0])
  })
})
