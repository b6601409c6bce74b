import { holdSeconds } from '../../protocol/sync/pull'
import type { Hint } from '../../protocol/sync/pull'
import { setRealTimer } from '../daemons/setTimer'
import type { SetTimer } from '../daemons/setTimer'
import { ProblemError } from '../http/problemError'
import type { DeskSession } from '../sessions/deskSession'
import type { HintHub, HintStreamEnd } from './hintHub'

/** Holds questions for hints, for desks that no event stream reaches. */
export interface HintWaits {
  /**
   * Answers as soon as the head is not `known`, else with `known` after `holdSeconds`. Throws `sessionExpired` at once
   * when the session ends meanwhile. `onGone` is told what to do when nobody waits for the answer any more.
   */
  readonly wait: (session: DeskSession, known: Hint, onGone: (work: () => void) => void) => Promise<Hint>
}

const refusals: { readonly [W in HintStreamEnd | 'replaced']: () => ProblemError } = {
  sessionEnded: () => new ProblemError('sessionExpired', 'Your session has ended. Please sign in again; nothing you saved is lost.'),
  broken: () => new ProblemError('unavailable', 'The backend cannot reach its database at this moment. Please ask again shortly.', { retryAfterSeconds: 2 }),
  stopping: () => new ProblemError('unavailable', 'The backend is stopping. Please ask again shortly.', { retryAfterSeconds: 2 }),
  replaced: () => new ProblemError('unavailable', 'A later question of this desk took the place of this one.'),
}

const isSame = (a: Hint, b: Hint): boolean => a.epoch === b.epoch && a.seq === b.seq && a.scopeV === b.scopeV

/** A held question is one more stream of the hub, which ends with the first news. */
export const createHintWaits = (hub: HintHub, setTimer: SetTimer = setRealTimer): HintWaits => {
  const held = new Map<string, (why: 'replaced') => void>()

  return {
    wait: async ({ family, deviceId, engineer }, known, onGone) => {
      const key = `${deviceId} ${engineer.id}`
      held.get(key)?.('replaced')
      let leave: () => void = () => undefined
      let over = false
      try {
        return await new Promise<Hint>((resolve, reject) => {
          const refuse = (why: HintStreamEnd | 'replaced'): void => reject(refusals[why]())
          held.set(key, refuse)
          const stopTimer = setTimer(() => resolve(known), holdSeconds * 1000)
          onGone(() => resolve(known))
          let remove: () => void = () => undefined
          leave = () => {
            over = true
            stopTimer()
            remove()
            if (held.get(key) === refuse) held.delete(key)
          }
          const stream = {
            family,
            send: (event: 'hint' | 'ping', data: unknown) => {
              if (event === 'hint' && !isSame(data as Hint, known)) resolve(data as Hint)
            },
            close: refuse,
          }
          hub.add(stream).then((found) => {
            remove = found
            if (over) remove()
          }, reject)
        })
      } finally {
        leave()
      }
    },
  }
}
