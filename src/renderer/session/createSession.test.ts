// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest'
import { toInstant } from '../../domain/calendar/time'
import type { Engineer } from '../../domain/access/engineer'
import type { SessionGrant } from '../../protocol/session/session'
import type { Settings } from '../../protocol/ipc/messages'
import { exampleEngineer } from '../fixtures/exampleEngineer'
import { exampleId } from '../fixtures/exampleId'
import { handTimers } from '../fixtures/handTimers'
import type { BackendClient } from '../sync/backendClient'
import { BackendProblem } from '../sync/backendProblem'
import { createSession } from './createSession'
import { useSessionStore } from './sessionStore'

const now = toInstant(1_000_000)
const wrong = new BackendProblem('wrongCredentials', 'E-mail address and password do not fit together.')
const expired = new BackendProblem('sessionExpired', 'Please sign in again.')

/** A backend with two engineers; each refresh is answered when the test says so. */
const openSession = (kept: string | null = null) => {
  const timers = handTimers()
  const events: string[] = []
  const waiting: { readonly resolve: (grant: SessionGrant) => void; readonly reject: (error: Error) => void }[] = []
  const saved: (string | null)[] = []
  const written: Partial<Settings>[] = []
  let count = 0
  let reachable = true
  const grant = (engineer: Engineer): SessionGrant => {
    count += 1
    return { accessToken: `access ${String(count)}`, refreshToken: `refresh ${String(count)}`, accessExpiresAt: toInstant(now + 15 * 60_000), engineer }
  }
  const client: Pick<BackendClient, 'signIn' | 'refresh' | 'signOut'> = {
    signIn: async ({ email, password }) => {
      if (password !== 'right') throw wrong
      return grant(exampleEngineer(email.startsWith('dana') ? 1 : 2))
    },
    refresh: async (token) => {
      events.push(`refresh with ${token}`)
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }))
    },
    signOut: async (token) => void events.push(`goodbye of ${await token(false)}`),
  }
  const session = createSession({
    bridge: {
      session: {
        load: async () => ({ refreshToken: kept, storage: 'keyring' }),
        save: async ({ refreshToken }) => {
          saved.push(refreshToken)
          return { storage: 'keyring' }
        },
      },
      settings: {
        read: async () => Promise.reject(new Error('not asked')),
        write: async (change) => {
          written.push(change as Partial<Settings>)
          return change as Settings
        },
      },
    },
    client: () => (reachable ? (client as BackendClient) : null),
    device: { id: exampleId(5), name: 'test desk' },
    now: () => now,
    setTimer: timers.setTimer,
    onSignedIn: async (engineer) => void events.push(`in ${engineer.name}`),
    onSignedOut: () => events.push('out'),
  })
  return {
    session, timers, events, saved, written, grant,
    /** Answers every refresh that waits. */
    answer: (given: SessionGrant | Error) => {
      for (const { resolve, reject } of waiting.splice(0)) if (given instanceof Error) reject(given)
      else resolve(given)
    },
    cutOff: () => {
      reachable = false
    },
  }
}

const state = () => useSessionStore.getState()
const refreshes = (events: readonly string[]) => events.filter((event) => event.startsWith('refresh'))

beforeEach(() => {
  useSessionStore.setState(useSessionStore.getInitialState(), true)
})

describe('signing in', () => {
  it('keeps the refresh token in main’s keeping only, remembers who it was, and tells it', async () => {
    const { session, events, saved, written } = openSession()
    await session.signIn('dana@desk.example', 'right')
    expect(state()).toMatchObject({ phase: 'signedIn', engineer: { name: 'Dana Reyes' }, error: null, needsSignIn: false, storage: 'keyring' })
    expect([await session.token(false), await session.engineerId(), saved, written, events]).toEqual(['access 1', exampleId(1), ['refresh 1'], [{ lastEngineerId: exampleId(1) }], ['in Dana Reyes']])
  })

  it('says the backend’s sentence of a wrong password, and nothing changes', async () => {
    const { session, events, saved } = openSession()
    await session.signIn('dana@desk.example', 'guess')
    expect([state().phase, state().error, events, saved]).toEqual(['unknown', wrong.message, [], []])
    await session.signIn('dana@desk.example', 'right')
    expect([state().phase, state().error]).toEqual(['signedIn', null])
  })

  it('says what to do when there is no backend yet', async () => {
    const { session, cutOff } = openSession()
    cutOff()
    await session.signIn('dana@desk.example', 'right')
    expect([state().phase, state().error]).toEqual(['unknown', 'The backend is not running yet. Please wait a moment and try again.'])
  })

  it('a wrong password of somebody else leaves the one who works here signed in', async () => {
    const { session, events } = openSession()
    await session.signIn('dana@desk.example', 'right')
    await session.signIn('lee@desk.example', 'guess')
    expect([await session.engineerId(), await session.token(false), refreshes(events)]).toEqual([exampleId(1), 'access 1', []])
  })
})

describe('renewing', () => {
  it('asks once for all who need a token, since a refresh token used twice ends the session', async () => {
    const { session, events, grant, answer } = openSession('kept')
    expect(await session.load()).toBe(true)
    const tokens = [session.token(false), session.token(true), session.engineerId(), session.token(false)]
    answer(grant(exampleEngineer(1)))
    expect(await Promise.all(tokens)).toEqual(['access 1', 'access 1', exampleId(1), 'access 1'])
    expect(events).toEqual(['refresh with kept', 'in Dana Reyes'])
  })

  it('renews a minute before the end, with the token of the last grant', async () => {
    const { session, timers, events, saved, grant, answer } = openSession()
    await session.signIn('dana@desk.example', 'right')
    expect(timers.waiting()).toEqual([14 * 60_000])
    timers.fire()
    const renewed = session.token(true)
    answer(grant(exampleEngineer(1)))
    expect([await renewed, events, saved]).toEqual(['access 2', ['in Dana Reyes', 'refresh with refresh 1'], ['refresh 1', 'refresh 2']])
  })

  it('a refused one rejects for good; ended, it forgets the session but not who worked here', async () => {
    const { session, saved, answer } = openSession()
    await session.signIn('dana@desk.example', 'right')
    const renewed = session.token(true)
    answer(expired)
    await expect(renewed).rejects.toMatchObject({ endsSession: true })
    await session.end(expired.message)
    expect(state()).toMatchObject({ phase: 'signedOut', engineer: { name: 'Dana Reyes' }, needsSignIn: true, error: expired.message })
    expect(saved.at(-1)).toBeNull()
    await expect(session.token(false)).rejects.toThrow('nothing you saved is lost')
  })

  it('one that could not be asked is asked again, not forgotten', async () => {
    const { session, saved, grant, answer } = openSession('kept')
    await session.load()
    const first = session.token(false)
    answer(new Error('The backend cannot be reached.'))
    await expect(first).rejects.toThrow('cannot be reached')
    const second = session.token(false)
    answer(grant(exampleEngineer(1)))
    expect([await second, saved]).toEqual(['access 1', ['refresh 1']])
  })
})

describe('signing out', () => {
  it('ends the session at the backend and forgets it here', async () => {
    const { session, events, saved, timers } = openSession()
    await session.signIn('dana@desk.example', 'right')
    await session.signOut()
    expect([events, saved, timers.waiting()]).toEqual([['in Dana Reyes', 'goodbye of access 1', 'out'], ['refresh 1', null], []])
    expect(state()).toMatchObject({ phase: 'signedOut', engineer: { name: 'Dana Reyes' } })
  })

  it('is not undone by a grant that was asked for before', async () => {
    const { session, saved, grant, answer } = openSession()
    await session.signIn('dana@desk.example', 'right')
    const renewed = session.token(true)
    await session.signOut()
    answer(grant(exampleEngineer(1)))
    await expect(renewed).rejects.toMatchObject({ endsSession: true })
    expect([state().phase, saved.at(-1)]).toEqual(['signedOut', null])
  })

  it('a grant asked for by the last engineer does not take the desk from the next', async () => {
    const { session, events, grant, answer } = openSession()
    await session.signIn('dana@desk.example', 'right')
    const renewed = session.token(true)
    await session.signIn('lee@desk.example', 'right')
    answer(grant(exampleEngineer(1)))
    await expect(renewed).rejects.toMatchObject({ endsSession: true })
    expect([await session.engineerId(), await session.token(false), events.at(-1)]).toEqual([exampleId(2), 'access 2', 'in Lee Park'])
  })
})
