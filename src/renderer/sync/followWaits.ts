import { watchdogSeconds } from '../../protocol/sync/pull'
import type { Hint } from '../../protocol/sync/pull'

interface Timers {
  readonly setTimer: (work: () => void, ms: number) => () => void
}

/**
 * Asks for hints one after the other, each time naming the one heard last, so that an answer comes only with news or
 * after the backend's holding time. Rejects with a sentence when a question fails or gets no answer within the
 * watchdog's time.
 */
export const followWaits = async (ask: (known: Hint) => Promise<Hint>, first: Hint, hear: (hint: Hint) => void, { setTimer }: Timers): Promise<never> => {
  for (let known = first; ; ) {
    let calm: () => void = () => undefined
    const watchdog = new Promise<never>((_resolve, reject) => {
      calm = setTimer(() => reject(new Error('The backend has fallen silent.')), watchdogSeconds * 1_000)
    })
    try {
      known = await Promise.race([ask(known), watchdog])
    } finally {
      calm()
    }
    hear(known)
  }
}
