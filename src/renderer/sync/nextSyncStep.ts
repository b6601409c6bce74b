/** How the desk stands with its backend. */
export const syncPhases = ['starting', 'live', 'catchingUp', 'offline', 'signedOut'] as const
export type SyncPhase = (typeof syncPhases)[number]

/**
 * What can happen to a desk. `changed`: there may be something to pull or push. `behind`: more pages are to come.
 * `heard`: the hint stream has lived
 * long enough for a ping. `failed`: a round or the hint stream did not go through. `wake`: the machine woke or the network came back.
 */
export type SyncEvent =
  | { readonly kind: 'signedIn' }
  | { readonly kind: 'sessionEnded' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'behind' }
  | { readonly kind: 'roundDone' }
  | { readonly kind: 'heard' }
  | { readonly kind: 'failed'; readonly detail: string }
  | { readonly kind: 'retryDue' }
  | { readonly kind: 'wake' }

/** What is to be done about it: pull and push once around, follow the hints, drop every connection, try again later. */
export type SyncEffect = 'round' | 'listen' | 'hangUp' | 'retryLater'

export interface SyncState {
  readonly phase: SyncPhase
  /** Failures since the hint stream last lived for a while: the waiting grows with it, even when rounds go through. */
  readonly failures: number
  readonly detail: string
}

export interface SyncStep {
  readonly state: SyncState
  readonly effects: readonly SyncEffect[]
}

type Rule<K extends SyncEvent['kind']> = (state: SyncState, event: Extract<SyncEvent, { kind: K }>) => SyncStep
type Table = { readonly [P in SyncPhase]: { readonly [K in SyncEvent['kind']]: Rule<K> } }

export const firstSyncState: SyncState = { phase: 'starting', failures: 0, detail: '' }

type Always = (state: SyncState) => SyncStep

const stay: Always = (state) => ({ state, effects: [] })
const goto = (phase: SyncPhase, ...effects: readonly SyncEffect[]): Always => (state) => ({
  state: { ...state, phase, detail: '' },
  effects,
})
const calm: Always = (state) => ({ state: { ...state, failures: 0 }, effects: [] })
const cutOff: Rule<'failed'> = (state, { detail }) => ({
  state: { phase: 'offline', failures: state.failures + 1, detail },
  effects: ['hangUp', 'retryLater'],
})
const same = (...effects: readonly SyncEffect[]): Always => (state) => ({ state, effects })

const connected = {
  signedIn: goto('catchingUp', 'hangUp', 'listen', 'round'),
  sessionEnded: goto('signedOut', 'hangUp'),
  changed: same('round'),
  behind: goto('catchingUp'),
  roundDone: goto('live'),
  heard: calm,
  failed: cutOff,
  retryDue: stay,
  // A connection that slept may look alive for ever: drop it and look again at once.
  wake: same('hangUp', 'listen', 'round'),
} as const

/** States × events. Work is never started while signed out; everything is kept until somebody signs in. */
const table: Table = {
  starting: { ...connected, changed: stay, behind: stay, roundDone: stay, heard: stay, wake: stay },
  catchingUp: connected,
  live: connected,
  offline: { ...connected, changed: stay, retryDue: same('listen', 'round') },
  signedOut: { signedIn: connected.signedIn, sessionEnded: stay, changed: stay, behind: stay, roundDone: stay, heard: stay, failed: stay, retryDue: stay, wake: stay },
}

/** The next state and what is to be done. Pure: clocks, dice and connections belong to `syncLoop`. */
export const nextSyncStep = (state: SyncState, event: SyncEvent): SyncStep => (table[state.phase][event.kind] as Rule<SyncEvent['kind']>)(state, event)
