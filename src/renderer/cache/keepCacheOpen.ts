import { noteTrouble } from '../bridge/troubleStore'
import type { DeskCache } from './deskCache'
import { useStorageStore } from './storageStore'
import { storageTroubleOf } from './storageTroubleOf'

/** What is told to the person, each with what to do. */
export const storageSentences = {
  blocked: 'Another window of this desk, of an older version, holds the store. Please close that window; this one goes on by itself.',
  replaced: 'A newer version of this desk has taken over the store. Please close this window; what was saved is kept.',
  full: 'The disk of this computer is full. Nothing new can be kept here until there is room: what cannot be saved is said to be not saved.',
  shut: 'The store on this computer cannot be opened. It is tried again every few seconds; what was saved is kept in the journal.',
} as const

export interface KeeperParts {
  readonly cache: DeskCache
  readonly setTimer: (work: () => void, ms: number) => () => void
  /** The cache is open again, perhaps empty: look at everything anew and sync. */
  readonly onHealed: () => void
}

/** Keeps a cache usable without a person (P15, P21). */
export interface CacheKeeper {
  /** Resolves when the cache is open, however long that takes; says meanwhile what stands in the way. */
  readonly open: () => Promise<void>
  /** Tells of an error that may be the store's; what can be healed is. */
  readonly report: (error: unknown) => void
  /** Resolves when nothing is being healed. */
  readonly settled: () => Promise<void>
  /** Lets the cache be closed for good. */
  readonly stop: () => void
}

const soonMs = 100
const laterMs = 5_000

/**
 * Opens the cache and opens it again whenever the browser has closed it. A store that cannot be opened, or fails again right
 * after that, is deleted and begun anew: its rows are the backend's, and unsent work is in main's journal.
 */
export const keepCacheOpen = ({ cache, setTimer, onHealed }: KeeperParts): CacheKeeper => {
  const say = (sentence: string | null): void => useStorageStore.setState({ sentence })
  const pause = async (ms: number): Promise<void> => new Promise((resolve) => void setTimer(resolve, ms))
  /** Whoever has the store now, it is not this window. */
  let replaced = false
  let busy = false
  let healing: Promise<void> = Promise.resolve()
  /** Trouble was met since the cache was opened and something was read from the backend. */
  let failedOnce = false

  const rebuild = async (): Promise<void> => {
    noteTrouble('The store on this computer was damaged. It is begun anew and filled from the backend.')
    await cache.delete({ disableAutoOpen: false })
  }

  const openAgain = async (): Promise<void> => {
    for (let tries = 1; ; tries += 1) {
      if (replaced) return
      try {
        if (tries === 3) await rebuild()
        await cache.open()
        say(null)
        return
      } catch (error) {
        const trouble = storageTroubleOf(error)
        if (tries > 2 || trouble === 'full') noteTrouble('The store on this computer could not be opened.', error)
        if (trouble === 'full') say(storageSentences.full)
        else if (tries > 3) say(storageSentences.shut)
        await pause(trouble === 'full' || tries > 3 ? laterMs : soonMs)
      }
    }
  }

  const heal = (mend: () => Promise<void>): void => {
    if (busy || replaced) return
    busy = true
    healing = (async () => {
      try {
        await mend()
        await openAgain()
        if (replaced) return
        cache.notices.tell({ kind: 'rows', reset: true, touched: new Map() })
        cache.notices.tell({ kind: 'outbox', toSend: false })
        onHealed()
      } catch (error) {
        noteTrouble('The store on this computer could not be mended yet.', error)
      } finally {
        busy = false
      }
    })()
  }

  cache.on('blocked', () => say(storageSentences.blocked))
  cache.on('versionchange', ({ newVersion }) => {
    // Deleted under our feet: let go, then begin anew. Any other change is a newer desk that needs the store (P15).
    replaced = newVersion !== null
    if (replaced) say(storageSentences.replaced)
  })
  cache.on('close', () => heal(async () => undefined))
  cache.notices.listen(({ kind }) => {
    if (kind !== 'rows' || busy) return
    failedOnce = false
    if (useStorageStore.getState().sentence === storageSentences.full) say(null)
  })

  return {
    open: async () => {
      busy = true
      try {
        await openAgain()
      } finally {
        busy = false
      }
    },
    report: (error) => {
      const trouble = storageTroubleOf(error)
      if (trouble === null || busy || replaced) return
      if (trouble === 'full') return say(storageSentences.full)
      const again = failedOnce
      failedOnce = true
      heal(async () => {
        if (again) await rebuild()
        else cache.close({ disableAutoOpen: false })
      })
    },
    settled: async () => healing,
    stop: () => {
      replaced = true
    },
  }
}
