import { useSyncExternalStore } from 'react'
import { toInstant } from '../../domain/calendar/time'
import type { Instant } from '../../domain/calendar/time'

interface Ticker {
  readonly listen: (listener: () => void) => () => void
  readonly read: () => Instant
}

const createTicker = (everyMs: number): Ticker => {
  const listeners = new Set<() => void>()
  let now = Date.now()
  let timer: ReturnType<typeof setInterval> | null = null
  const tick = (): void => {
    now = Date.now()
    for (const listener of listeners) listener()
  }
  const follow = (): void => {
    if (timer !== null) clearInterval(timer)
    timer = null
    if (document.hidden || listeners.size === 0) return
    tick()
    timer = setInterval(tick, everyMs)
  }
  return {
    read: () => toInstant(now),
    listen: (listener) => {
      listeners.add(listener)
      if (listeners.size === 1) {
        document.addEventListener('visibilitychange', follow)
        follow()
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        document.removeEventListener('visibilitychange', follow)
        follow()
      }
    },
  }
}

const tickers = new Map<number, Ticker>()

const tickerOf = (everyMs: number): Ticker => {
  const known = tickers.get(everyMs)
  if (known !== undefined) return known
  const ticker = createTicker(everyMs)
  tickers.set(everyMs, ticker)
  return ticker
}

/** The present, renewed every `everyMs` real milliseconds by one timer for all; stands still while the window is hidden. */
export const useNow = (everyMs: number): Instant => {
  const ticker = tickerOf(everyMs)
  return useSyncExternalStore(ticker.listen, ticker.read)
}
