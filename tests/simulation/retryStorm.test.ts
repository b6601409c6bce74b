import { describe, expect, it } from 'vitest'
import { backoff } from '../../src/renderer/sync/backoff'
import { firstSyncState, nextSyncStep } from '../../src/renderer/sync/nextSyncStep'
import type { SyncEvent } from '../../src/renderer/sync/nextSyncStep'
import { createDice } from './createDice'
import { SimClock } from './SimClock'

const desks = 200
const second = 1_000
const outage = 600 * second
/** A refused connection is refused at once; a good round takes this long. */
const roundMs = 100
/** Arrivals are counted in windows of this length. */
const windowMs = 2 * second

type Wait = (failures: number, dice: number) => number

/** 200 desks, all live, lose their backend for ten minutes. Answers when each attempt came, and when each desk was live again. */
const loseBackend = (seed: number, wait: Wait) => {
  const clock = new SimClock()
  const dice = createDice(seed)
  const attempts: number[] = []
  const liveAgain: number[] = []
  const isUp = (): boolean => clock.now() >= outage
  for (let desk = 0; desk < desks; desk += 1) {
    let state = { ...firstSyncState, phase: 'live' as const } as typeof firstSyncState
    const tell = (event: SyncEvent): void => {
      const step = nextSyncStep(state, event)
      const wasLive = state.phase === 'live'
      state = step.state
      if (!wasLive && state.phase === 'live') liveAgain.push(clock.now())
      for (const effect of step.effects) {
        if (effect === 'retryLater') clock.setTimer(() => tell({ kind: 'retryDue' }), wait(state.failures, dice.throw()))
        if (effect !== 'round') continue
        attempts.push(clock.now())
        if (isUp()) clock.setTimer(() => tell({ kind: 'roundDone' }), roundMs)
        else tell({ kind: 'failed', detail: 'refused' })
      }
    }
    // The machine of a backend that goes away breaks all streams at once.
    clock.setTimer(() => tell({ kind: 'failed', detail: 'cut off' }), 0)
  }
  while (clock.next(outage + 120 * second));
  return { attempts, liveAgain }
}

const windows = (times: readonly number[], from: number, to: number): readonly number[] => {
  const counts = Array.from({ length: Math.ceil((to - from) / windowMs) }, () => 0)
  for (const at of times) {
    const nth = Math.floor((at - from) / windowMs)
    if (at >= from && at < to) counts[nth] = (counts[nth] ?? 0) + 1
  }
  return counts
}

/** The busiest window after the return against the mean one of the last five minutes before it. */
const peakOverSteady = (attempts: readonly number[]): number => {
  const steady = windows(attempts, outage - 300 * second, outage)
  return Math.max(...windows(attempts, outage, outage + 60 * second)) / (steady.reduce((sum, count) => sum + count, 0) / steady.length)
}

describe('200 desks after ten minutes without a backend', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('P24 come back without a storm, and all within 30 s: seed %i', (seed) => {
    const { attempts, liveAgain } = loseBackend(seed, backoff)
    expect(peakOverSteady(attempts)).toBeLessThanOrEqual(2)
    expect(liveAgain).toHaveLength(desks)
    expect(Math.max(...liveAgain) - outage).toBeLessThanOrEqual(30 * second + roundMs)
  })

  it('P24 control: without jitter they come all at once', () => {
    expect(peakOverSteady(loseBackend(1, (failures) => backoff(failures, 1)).attempts)).toBeGreaterThan(2)
  })
})
