// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { backoff } from './backoff'
import { firstSyncState, nextSyncStep, syncPhases } from './nextSyncStep'
import type { SyncEvent, SyncPhase } from './nextSyncStep'

const state = (phase: SyncPhase, failures = 0) => ({ phase, failures, detail: '' })

describe('the sync machine', () => {
  it.each<[SyncPhase, SyncEvent['kind'], SyncPhase, string]>([
    ['starting', 'signedIn', 'catchingUp', 'hangUp listen round'],
    ['starting', 'sessionEnded', 'signedOut', 'hangUp'],
    ['starting', 'changed', 'starting', ''],
    ['catchingUp', 'roundDone', 'live', ''],
    ['catchingUp', 'changed', 'catchingUp', 'round'],
    ['live', 'changed', 'live', 'round'],
    ['live', 'behind', 'catchingUp', ''],
    ['live', 'failed', 'offline', 'hangUp retryLater'],
    ['live', 'wake', 'live', 'hangUp listen round'],
    ['live', 'sessionEnded', 'signedOut', 'hangUp'],
    ['offline', 'changed', 'offline', ''],
    ['offline', 'retryDue', 'offline', 'listen round'],
    ['offline', 'wake', 'offline', 'hangUp listen round'],
    ['offline', 'roundDone', 'live', ''],
    ['offline', 'failed', 'offline', 'hangUp retryLater'],
    ['signedOut', 'changed', 'signedOut', ''],
    ['signedOut', 'wake', 'signedOut', ''],
    ['signedOut', 'failed', 'signedOut', ''],
    ['signedOut', 'signedIn', 'catchingUp', 'hangUp listen round'],
  ])('%s + %s → %s [%s]', (phase, kind, next, effects) => {
    const event = (kind === 'failed' ? { kind, detail: 'cut off' } : { kind }) as SyncEvent
    const step = nextSyncStep(state(phase), event)
    expect([step.state.phase, step.effects.join(' ')]).toEqual([next, effects])
  })

  it('has a rule for every phase and event, and never works while signed out but to sign in', () => {
    const kinds = ['signedIn', 'sessionEnded', 'changed', 'behind', 'roundDone', 'heard', 'failed', 'retryDue', 'wake'] as const
    for (const phase of syncPhases) for (const kind of kinds) expect(syncPhases).toContain(nextSyncStep(state(phase), { kind, detail: '' } as SyncEvent).state.phase)
    for (const kind of kinds.filter((each) => each !== 'signedIn')) expect(nextSyncStep(state('signedOut'), { kind, detail: '' } as SyncEvent).effects).toEqual([])
  })

  it('P24 waits longer after each failure and forgets them only when the stream has lived', () => {
    const twice = [1, 2].reduce((now) => nextSyncStep(now, { kind: 'failed', detail: 'cut off' }).state, firstSyncState)
    expect(twice).toEqual({ phase: 'offline', failures: 2, detail: 'cut off' })
    const back = nextSyncStep(twice, { kind: 'roundDone' }).state
    expect(back).toEqual({ phase: 'live', failures: 2, detail: '' })
    expect(nextSyncStep(back, { kind: 'heard' }).state.failures).toBe(0)
  })

  it('P24 spreads retries over the whole wait, from 0.5 s to 30 s', () => {
    expect([1, 2, 3, 7, 50].map((failures) => backoff(failures, 1))).toEqual([500, 1_000, 2_000, 30_000, 30_000])
    expect(backoff(7, 0)).toBe(0)
  })
})
