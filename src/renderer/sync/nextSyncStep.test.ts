// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { backoff } from './backoff'
import { firstSyncState, nextSyncStep, syncPhases } from './nextSyncStep'
import type { SyncEvent, SyncPhase, SyncState } from './nextSyncStep'

const state = (phase: SyncPhase, more: Partial<SyncState> = {}): SyncState => ({ ...firstSyncState, phase, ...more })
const detail = 'cut off'
const kinds = ['signedIn', 'sessionEnded', 'changed', 'behind', 'roundDone', 'heard', 'held', 'cutShort', 'mute', 'streamDue', 'failed', 'retryDue', 'wake'] as const
const step = (from: SyncState, kind: SyncEvent['kind']) => nextSyncStep(from, { kind, detail } as SyncEvent)

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
    const { state: to, effects: found } = step(state(phase), kind)
    expect([to.phase, found.join(' ')]).toEqual([next, effects])
  })

  it('has a rule for every phase and event, and never works while signed out but to sign in', () => {
    for (const phase of syncPhases) for (const kind of kinds) expect(syncPhases).toContain(step(state(phase), kind).state.phase)
    for (const kind of kinds.filter((each) => each !== 'signedIn')) expect(step(state('signedOut'), kind).effects).toEqual([])
  })

  it('P24 waits longer after each failure and forgets them only when the stream has lived', () => {
    const twice = [1, 2].reduce((now) => step(now, 'failed').state, firstSyncState)
    expect(twice).toEqual(state('offline', { failures: 2, detail }))
    const back = step(twice, 'roundDone').state
    expect(back).toEqual(state('live', { failures: 2 }))
    expect([step(back, 'heard').state.failures, step(back, 'held').state.failures]).toEqual([0, 0])
  })

  it('P24 spreads retries over the whole wait, from 0.5 s to 30 s', () => {
    expect([1, 2, 3, 7, 50].map((failures) => backoff(failures, 1))).toEqual([500, 1_000, 2_000, 30_000, 30_000])
    expect(backoff(7, 0)).toBe(0)
  })

  it('P22 polls for hints once three streams in a row ended before their first ping', () => {
    const once = step(state('live'), 'cutShort')
    expect([once.state.phase, once.state.hintsBy, once.effects]).toEqual(['offline', 'stream', ['hangUp', 'retryLater']])
    const twice = step(step(once.state, 'roundDone').state, 'cutShort')
    expect(twice.state.hintsBy).toBe('stream')
    const thrice = step(twice.state, 'cutShort')
    expect([thrice.state.hintsBy, thrice.effects]).toEqual(['poll', ['poll', 'listenLater']])
    expect(step(step(twice.state, 'heard').state, 'cutShort').state.hintsBy).toBe('stream')
  })

  it('P22 polls at once when the first ping is overdue, and stays live meanwhile', () => {
    const { state: polling, effects } = step(state('live'), 'mute')
    expect([polling.phase, polling.hintsBy, effects]).toEqual(['live', 'poll', ['poll', 'listenLater']])
  })

  it('P22 tries a stream beside the polling, goes back to it with its first ping, and else tries again later', () => {
    const polling = state('live', { hintsBy: 'poll' })
    expect(step(polling, 'streamDue').effects).toEqual(['listen'])
    expect(step(state('live'), 'streamDue').effects).toEqual([])
    for (const kind of ['mute', 'cutShort'] as const) {
      const failed = step(polling, kind)
      expect([failed.state.phase, failed.state.hintsBy, failed.effects]).toEqual(['live', 'poll', ['listenLater']])
    }
    const back = step(polling, 'heard')
    expect([back.state.hintsBy, back.effects]).toEqual(['stream', ['stopPolling']])
  })

  it('P22 goes on polling after an outage, and thinks anew of a network that came back', () => {
    const cut = step(state('live', { hintsBy: 'poll' }), 'failed').state
    expect(step(cut, 'retryDue').effects).toEqual(['poll', 'listenLater', 'round'])
    const woken = step(cut, 'wake')
    expect([woken.state.hintsBy, woken.effects]).toEqual(['stream', ['hangUp', 'listen', 'round']])
  })
})
