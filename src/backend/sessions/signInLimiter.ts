import type { Instant } from '../../domain/calendar/time'

const windowMilliseconds = 15 * 60_000
const mostKeys = 50_000

/** Wrong passwords allowed in 15 minutes. */
const limits = { accountFromAddress: 8, accountFromKnownDevice: 10, accountFromAnywhere: 100 } as const

export interface SignInAttempt {
  readonly email: string
  readonly address: string
  /** The id of a device this account has signed in on before; null for a device never seen with it. */
  readonly knownDevice: string | null
}

export interface SignInLimiter {
  /** Seconds to wait before another attempt is looked at; 0 = go on. */
  readonly wait: (attempt: SignInAttempt, now: Instant) => number
  readonly failed: (attempt: SignInAttempt, now: Instant) => void
  readonly succeeded: (attempt: SignInAttempt) => void
}

interface Counter {
  count: number
  until: Instant
}

/**
 * Counts wrong passwords by account: per address, and over all addresses. A device the owner has used before counts
 * for itself alone, so that somebody else's guessing cannot lock the owner out (P45).
 */
export const createSignInLimiter = (): SignInLimiter => {
  const counters = new Map<string, Counter>()
  const keys = ({ email, address, knownDevice }: SignInAttempt): readonly (readonly [string, number])[] => {
    const account = email.toLowerCase()
    return knownDevice === null
      ? [[`${account} from ${address}`, limits.accountFromAddress], [account, limits.accountFromAnywhere]]
      : [[`${account} on ${knownDevice}`, limits.accountFromKnownDevice]]
  }
  return {
    wait: (attempt, now) => {
      const waits = keys(attempt).map(([key, most]) => {
        const counter = counters.get(key)
        return counter && counter.until > now && counter.count >= most ? Math.ceil((counter.until - now) / 1000) : 0
      })
      return Math.max(...waits)
    },
    failed: (attempt, now) => {
      for (const [key] of keys(attempt)) {
        const counter = counters.get(key)
        if (counter && counter.until > now) counter.count += 1
        else counters.set(key, { count: 1, until: (now + windowMilliseconds) as Instant })
      }
      // A flood of invented accounts must not fill the memory: the oldest counters go first.
      for (const key of counters.keys()) {
        if (counters.size <= mostKeys) break
        counters.delete(key)
      }
    },
    succeeded: (attempt) => {
      for (const [key] of keys(attempt)) counters.delete(key)
    },
  }
}
