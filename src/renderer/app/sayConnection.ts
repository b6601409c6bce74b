import { sayClockTime, saySpan } from '../../domain/calendar/sayTime'
import { realMinutesBetween } from '../../domain/calendar/time'
import type { Instant, ZoneId } from '../../domain/calendar/time'
import type { ConnectionState } from '../sync/connectionStore'

/** What the desk says about its connection: a word for the rail, a sentence for the strip. */
export interface ConnectionWords {
  readonly word: string
  readonly sentence: string
  /** Null when there is nothing to say above the desk. */
  readonly strip: { readonly tone: 'soon' | 'accent'; readonly title: string; readonly text: string } | null
}

type Known = Pick<ConnectionState, 'phase' | 'lastSyncAt' | 'since' | 'detail' | 'rowsFetched' | 'rowsTotal'>

const sayAge = (at: Instant | null, now: Instant): string => {
  if (at === null) return 'Nothing was synced yet.'
  const minutes = Math.floor(realMinutesBetween(at, now))
  return minutes < 1 ? 'Last sync less than a minute ago.' : `Last sync ${saySpan(minutes)} ago.`
}

const sayUnsent = (unsent: number): string => (unsent === 0 ? '' : ` ${String(unsent)} ${unsent === 1 ? 'change is' : 'changes are'} kept here and will be sent.`)

/** How many of the rows are here; more may have come than were counted at first. */
export const sayRows = (fetched: number, total: number): string =>
  `${fetched.toLocaleString('en-US')} of ${Math.max(fetched, total).toLocaleString('en-US')} rows`

/** Turns the connection's state into words at `now`, with clock times in `zone`. */
export function sayConnection(connection: Known, unsent: number, zone: ZoneId, now: Instant): ConnectionWords {
  const { phase, lastSyncAt, since, detail, rowsFetched, rowsTotal } = connection
  switch (phase) {
    case 'starting':
      return { word: 'Starting', sentence: 'Connecting to the backend.', strip: null }
    case 'live':
      return { word: 'Live', sentence: `Live. ${unsent === 0 ? 'Everything is sent.' : `${String(unsent)} to send.`}`, strip: null }
    case 'catchingUp': {
      if (rowsFetched !== null && rowsTotal !== null)
        return { word: 'Catching up', sentence: `Getting everything: ${sayRows(rowsFetched, rowsTotal)}.`, strip: null }
      const done = rowsFetched === null ? '' : ` ${rowsFetched.toLocaleString('en-US')} rows so far.`
      return { word: 'Catching up', sentence: `Catching up.${done}`, strip: null }
    }
    case 'offline': {
      const from = since === null ? '' : ` since ${sayClockTime(since, zone)}`
      const text = `${sayAge(lastSyncAt, now)}${sayUnsent(unsent)} You can go on working.`
      const full = `${text} ${detail}`.trim()
      return { word: 'Offline', sentence: `Offline${from}. ${full}`, strip: { tone: 'soon', title: `Offline${from}`, text: full } }
    }
    case 'signedOut': {
      const title = unsent === 0 ? 'Sign in to stay up to date' : `Sign in to send ${String(unsent)} ${unsent === 1 ? 'change' : 'changes'}`
      return { word: 'Signed out', sentence: title, strip: { tone: 'accent', title, text: sayAge(lastSyncAt, now) } }
    }
  }
}
