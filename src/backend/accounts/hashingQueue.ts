/** Passwords hashed at once: each takes 19 MiB and about 25 ms of a core. */
const atOnce = 2
/** More than this many waiting would be a memory bomb and a wait nobody sits through (security.md, Passwords). */
const mostWaiting = 40

/** Too many sign-ins at once; the caller answers "try again in a moment". */
export class SignInBusyError extends Error {
  override readonly name = 'SignInBusyError'
  constructor() {
    super('Too many people are signing in at this moment. Please try again in a few seconds.')
  }
}

export interface HashingQueue {
  /** Runs `work` when its turn comes. Throws `SignInBusyError` at once when too many wait. */
  readonly run: <T>(work: () => Promise<T>) => Promise<T>
}

/** Lets at most two pieces of work run at once and at most `waitingLimit` wait. */
export const createHashingQueue = (waitingLimit = mostWaiting): HashingQueue => {
  let running = 0
  const waiting: (() => void)[] = []
  return {
    run: async (work) => {
      if (running >= atOnce) {
        if (waiting.length >= waitingLimit) throw new SignInBusyError()
        await new Promise<void>((resolve) => waiting.push(resolve))
      } else {
        running += 1
      }
      try {
        return await work()
      } finally {
        const next = waiting.shift()
        // A waiting piece inherits the place, so that nobody can slip in between.
        if (next) next()
        else running -= 1
      }
    },
  }
}
