/** How the desk stands with its backend. */
export const syncPhases = ['starting', 'live', 'catchingUp', 'offline', 'signedOut'] as const
export type SyncPhase = (typeof syncPhases)[number]

/**
 * What can happen to a desk. `changed`: there may be something to pull or push. `behind`: more pages are to come.
 * `heard`: the hint stream has lived long enough for a ping. `held`: a long poll was answered after polling has gone well
 * for as long. `cutShort`: a stream was refused or ended before its first ping. `mute`: its first ping is overdue.
 * `streamDue`: polling has gone on for a while, a stream may get through again. `failed`: a round, the stream that had
 * lived, or a long poll did not go through. `wake`: the machine woke or the network came back.
 */
export type SyncEvent =
  | { readonly kind: 'signedIn' }
  | { readonly kind: 'sessionEnded' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'behind' }
  | { readonly kind: 'roundDone' }
  | { readonly kind: 'heard' }
  | { readonly kind: 'held' }
  | { readonly kind: 'cutShort'; readonly detail: string }
  | { readonly kind: 'mute' }
  | { readonly kind: 'streamDue' }
  | { readonly kind: 'failed'; readonly detail: string }
  | { readonly kind: 'retryDue' }
  | { readonly kind: 'wake' }

/**
 * What is to be done about it: pull and push once around, follow the hint stream, poll for hints or stop polling, try a
 * stream again later, drop every connection, connect again later.
 */
export type SyncEffect = 'round' | 'listen' | 'poll' | 'stopPolling' | 'listenLater' | 'hangUp' | 'retryLater'

export interface SyncState {
  readonly phase: SyncPhase
  /** Failures since hints last came for a while: the waiting grows with it, even when rounds go through. */
  readonly failures: number
  readonly detail: string
  /** How hints come. While it is `poll`, a stream may be on trial beside it. */
  readonly hintsBy: 'stream' | 'poll'
  /** Streams in a row that ended before their first ping. */
  readonly short: number
}

export interface SyncStep {
  readonly state: SyncState
  readonly effects: readonly SyncEffect[]
}

type Rule<K extends SyncEvent['kind']> = (state: SyncState, event: Extract<SyncEvent, { kind: K }>) => SyncStep
type Table = { readonly [P in SyncPhase]: { readonly [K in SyncEvent['kind']]: Rule<K> } }

export const firstSyncState: SyncState = { phase: 'starting', failures: 0, detail: '', hintsBy: 'stream', short: 0 }

/** So many short streams in a row, and the line is taken for one that lets none through. */
const mostShort = 3

type Always = (state: SyncState) => SyncStep

const stay: Always = (state) => ({ state, effects: [] })
const goto = (phase: SyncPhase, ...effects: readonly SyncEffect[]): Always => (state) => ({
  state: { ...state, phase, detail: '' },
  effects,
})
/** The network may be another one: what is known of the old one's streams counts no more. */
const afresh = (step: SyncStep): SyncStep => ({ ...step, state: { ...step.state, hintsBy: 'stream', short: 0 } })
const heard: Always = (state) => ({ state: { ...state, failures: 0, short: 0, hintsBy: 'stream' }, effects: state.hintsBy === 'poll' ? ['stopPolling'] : [] })
const held: Always = (state) => ({ state: { ...state, failures: 0 }, effects: [] })
const cutOff: Rule<'failed'> = (state, { detail }) => ({
  state: { ...state, phase: 'offline', failures: state.failures + 1, detail },
  effects: ['hangUp', 'retryLater'],
})
const toPolling: Always = (state) =>
  state.hintsBy === 'poll' ? { state, effects: ['listenLater'] } : { state: { ...state, hintsBy: 'poll' }, effects: ['poll', 'listenLater'] }
const cutShort: Rule<'cutShort'> = (state, { detail }) => {
  const short = state.short + 1
  return state.hintsBy === 'poll' || short >= mostShort ? toPolling({ ...state, short }) : cutOff({ ...state, short }, { kind: 'failed', detail })
}
const streamDue: Always = (state) => ({ state, effects: state.hintsBy === 'poll' ? ['listen'] : [] })
const same = (...effects: readonly SyncEffect[]): Always => (state) => ({ state, effects })
const connect: Always = (state) => ({ state, effects: state.hintsBy === 'poll' ? ['poll', 'listenLater', 'round'] : ['listen', 'round'] })

const connected = {
  signedIn: (state: SyncState) => afresh(goto('catchingUp', 'hangUp', 'listen', 'round')(state)),
  sessionEnded: goto('signedOut', 'hangUp'),
  changed: same('round'),
  behind: goto('catchingUp'),
  roundDone: goto('live'),
  heard,
  held,
  cutShort,
  mute: toPolling,
  streamDue,
  failed: cutOff,
  retryDue: stay,
  // A connection that slept may look alive for ever: drop it and look again at once.
  wake: (state: SyncState) => afresh(same('hangUp', 'listen', 'round')(state)),
} as const

/** Nothing is connected, so nothing can be heard of a connection any more. */
const silent = { changed: stay, behind: stay, roundDone: stay, heard: stay, held: stay, cutShort: stay, mute: stay, streamDue: stay, retryDue: stay, wake: stay } as const

/** States × events. Work is never started while signed out; everything is kept until somebody signs in. */
const table: Table = {
  starting: { ...connected, ...silent },
  catchingUp: connected,
  live: connected,
  offline: { ...connected, changed: stay, retryDue: connect },
  signedOut: { ...silent, signedIn: connected.signedIn, sessionEnded: stay, failed: stay },
}

/** The next state and what is to be done. Pure: clocks, dice and connections belong to `syncLoop`. */
export const nextSyncStep = (state: SyncState, event: SyncEvent): SyncStep => (table[state.phase][event.kind] as Rule<SyncEvent['kind']>)(state, event)
