import type { Engineer } from '../../domain/access/engineer'
import type { Instant } from '../../domain/calendar/time'
import type { DeskApi } from '../../protocol/ipc/deskApi'
import type { SessionGrant } from '../../protocol/session/session'
import type { AccessToken, BackendClient } from '../sync/backendClient'
import { BackendProblem } from '../sync/backendProblem'
import { useSessionStore } from './sessionStore'
import { noteTrouble } from '../bridge/troubleStore'

export interface SessionParts {
  readonly bridge: Pick<DeskApi, 'session' | 'settings'>
  readonly client: () => BackendClient | null
  readonly device: { readonly id: string; readonly name: string }
  readonly now: () => Instant
  readonly setTimer: (work: () => void, ms: number) => () => void
  /** Somebody signed in, or the session was found alive again. `wipe`: the desk had been revoked, and forgets what it holds first. */
  readonly onSignedIn: (engineer: Engineer, wipe: boolean) => Promise<void>
  readonly onSignedOut: () => void
}

/** The session of this desk: the access token in memory only, the refresh token in main's keeping. */
export interface DeskSession {
  readonly token: AccessToken
  /** Who is signed in; renews the session first when only the refresh token is known. */
  readonly engineerId: () => Promise<string>
  /** Reads the kept refresh token. Answers whether there is one. */
  readonly load: () => Promise<boolean>
  readonly signIn: (email: string, password: string) => Promise<void>
  readonly signOut: () => Promise<void>
  /** The backend refuses the session for good: forget it, keep the cache and the outbox; `revoked`: and who was signed in. */
  readonly end: (sentence: string, revoked?: boolean) => Promise<void>
  readonly close: () => void
}

/** Renew this long before the access token ends, in milliseconds. */
const renewBeforeMs = 60_000
const soonestMs = 30_000

const ended = (): BackendProblem => new BackendProblem('sessionExpired', 'Please sign in to go on; nothing you saved is lost.')
const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

export const createSession = (parts: SessionParts): DeskSession => {
  const { bridge, client, device, now, setTimer } = parts
  let access: string | null = null
  let refreshToken: string | null = null
  let engineer: Engineer | null = null
  let renewing: Promise<string> | null = null
  let stopTimer: () => void = () => undefined
  /** Grows with every sign-in and sign-out: a grant asked for before belongs to nobody any more. */
  let generation = 0

  const reached = (): BackendClient => {
    const found = client()
    if (found === null) throw new Error('The backend is not running yet. Please wait a moment and try again.')
    return found
  }

  const take = async (grant: SessionGrant): Promise<void> => {
    access = grant.accessToken
    refreshToken = grant.refreshToken
    const before = engineer
    engineer = grant.engineer
    const { storage } = await bridge.session.save({ refreshToken })
    useSessionStore.setState({ phase: 'signedIn', engineer, error: null, needsSignIn: false, storage })
    stopTimer()
    // Renewing early is a courtesy only: a refused token is renewed on the spot.
    stopTimer = setTimer(() => void renewOnce().catch(() => undefined), Math.max(soonestMs, grant.accessExpiresAt - now() - renewBeforeMs))
    if (before?.id === engineer.id) return
    await bridge.settings.write({ lastEngineerId: engineer.id })
    await parts.onSignedIn(engineer, grant.wipe === true)
  }

  const renew = async (): Promise<string> => {
    if (refreshToken === null) throw ended()
    const asked = generation
    const grant = await reached().refresh(refreshToken, device.id)
    if (asked !== generation) throw ended()
    await take(grant)
    return grant.accessToken
  }

  const renewOnce = async (): Promise<string> => {
    if (renewing !== null) return renewing
    const mine = renew().finally(() => {
      if (renewing === mine) renewing = null
    })
    renewing = mine
    return mine
  }

  const forget = async (error: string | null, revoked = false): Promise<void> => {
    generation += 1
    renewing = null
    access = null
    refreshToken = null
    stopTimer()
    await bridge.session.save({ refreshToken: null })
    engineer = null
    if (revoked) await bridge.settings.write({ lastEngineerId: null })
    useSessionStore.setState((state) => ({ phase: 'signedOut', engineer: revoked ? null : state.engineer, error, needsSignIn: !revoked }))
  }

  return {
    token: async (again) => (access !== null && !again ? access : renewOnce()),
    engineerId: async () => {
      if (engineer === null) await renewOnce()
      if (engineer === null) throw ended()
      return engineer.id
    },
    load: async () => {
      const kept = await bridge.session.load()
      refreshToken = kept.refreshToken
      useSessionStore.setState({ storage: kept.storage })
      return refreshToken !== null
    },
    signIn: async (email, password) => {
      try {
        const grant = await reached().signIn({ email, password, device })
        generation += 1
        renewing = null
        engineer = null
        await take(grant)
      } catch (error) {
        useSessionStore.setState({ error: sentenceOf(error) })
      }
    },
    signOut: async () => {
      const last = access
      const goodbye = last === null ? Promise.resolve() : reached().signOut(async () => last)
      await forget(null)
      parts.onSignedOut()
      // Offline the session cannot be ended at the backend; it runs out there by itself.
      await goodbye.catch((error: unknown) => noteTrouble('The backend was not told of the sign-out.', error))
    },
    end: async (sentence, revoked) => forget(sentence, revoked),
    close: () => stopTimer(),
  }
}
