import { addRealMinutes } from '../../../domain/calendar/time'
import type { Instant } from '../../../domain/calendar/time'

/** Real minutes. A mail waits as long again as it has waited, so the gaps double; after two days it counts as failed. */
const limits = { shortest: 1, longest: 60, giveUpAfter: 2 * 24 * 60 } as const

/** When to try again a mail queued at `createdAt` that failed at `now`; null = give up. */
export const nextTry = (createdAt: Instant, now: Instant): Instant | null => {
  const waited = (now - createdAt) / 60_000
  if (waited >= limits.giveUpAfter) return null
  return addRealMinutes(now, Math.min(limits.longest, Math.max(limits.shortest, waited)))
}
