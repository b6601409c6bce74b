import type { Instant } from '../../../domain/calendar/time'
import type { TimelineEvent } from '../../../domain/ticket/timelineEvent'
import type { DeskCommand } from '../../../protocol/commands/deskCommands'
import { noteTrouble } from '../../bridge/troubleStore'
import { useCacheStore } from '../cacheStore'
import type { DeskCache } from '../deskCache'
import type { OutboxRow, RefusedRow } from '../outboxRow'
import { useCached } from './useCached'

export interface UnsentIntent {
  readonly mut: number
  readonly command: DeskCommand
  readonly at: Instant
}

/** A change the backend refused: why, all that was written (P6), and whose change stands instead (P7). */
export interface RefusedIntent extends UnsentIntent {
  readonly sentence: string
  /** Null when that was not why, or its entry is not on this desk. */
  readonly theirs: TimelineEvent | null
}

/** The outbox of the engineer at this desk. */
export interface OutboxView {
  readonly unsent: number
  readonly entries: readonly UnsentIntent[]
  readonly attention: readonly RefusedIntent[]
  /** Unsent work of other engineers on this desk: goes out when they sign in. */
  readonly others: readonly { readonly engineerId: string; readonly engineerName: string; readonly unsent: number }[]
  /** Puts a refused change away for good, by its event. */
  readonly dismiss: (eventId: string) => void
}

type Read = Pick<OutboxView, 'entries' | 'attention' | 'others'>
const nothing: Read = { entries: [], attention: [], others: [] }

/** What waits on this desk, what was refused, and how to put a refused one away. */
export const useOutbox = (): OutboxView => {
  const cache = useCacheStore((state) => state.cache)
  const engineerId = useCacheStore((state) => state.engineerId)
  const view = useCached(
    async (open): Promise<Read> => {
      const rows = await open.outbox.toArray()
      const refused = engineerId === null ? [] : await open.refused.where({ engineerId }).toArray()
      const engineers = new Map((await open.synced('engineer').toArray()).map((each) => [each.id, each.name]))
      const mine = rows.filter((row) => row.engineerId === engineerId && row.withdrawn !== true).toSorted((a, b) => a.mut - b.mut)
      const attention = await Promise.all(refused.toSorted((a, b) => a.at - b.at).map(async (row) => ({ ...row, theirs: await readTheirs(open, row) })))
      return { entries: mine, attention, others: countOthers(rows, engineerId, engineers) }
    },
    [engineerId],
    nothing,
  )
  const dismiss = (eventId: string): void => {
    cache?.refused.delete(eventId).catch((error: unknown) => noteTrouble('A refused change could not be put away.', error))
  }
  return { ...view, unsent: view.entries.length, dismiss }
}

const readTheirs = async (cache: DeskCache, { theirs }: RefusedRow): Promise<TimelineEvent | null> =>
  theirs === undefined ? null : ((await cache.synced('timelineEvent').get(theirs)) ?? null)

const countOthers = (rows: readonly OutboxRow[], me: string | null, engineers: ReadonlyMap<string, string>): OutboxView['others'] => {
  const counts = new Map<string, number>()
  for (const row of rows) if (row.engineerId !== me) counts.set(row.engineerId, (counts.get(row.engineerId) ?? 0) + 1)
  return [...counts].map(([id, unsent]) => ({ engineerId: id, engineerName: engineers.get(id) ?? 'another engineer', unsent }))
}
