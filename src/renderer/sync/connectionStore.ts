import { create } from 'zustand'
import type { Instant } from '../../domain/calendar/time'
import type { SyncPhase } from './nextSyncStep'

/** How the desk stands with its backend, for people. */
export interface ConnectionState {
  readonly phase: SyncPhase
  readonly lastSyncAt: Instant | null
  /** Since when it is in this phase. */
  readonly since: Instant | null
  /** What is wrong and what happens next, as a sentence; empty when nothing is. */
  readonly detail: string
  /** Rows fetched by a long catching-up; null when there is none. */
  readonly rowsFetched: number | null
  /** While everything is fetched anew: how many rows there are, about. Null when that is not known. */
  readonly rowsTotal: number | null
  /** Rows parked because this version cannot read them. */
  readonly unreadableRows: number
}

export const useConnection = create<ConnectionState>()(() => ({
  phase: 'starting',
  lastSyncAt: null,
  since: null,
  detail: '',
  rowsFetched: null,
  rowsTotal: null,
  unreadableRows: 0,
}))
