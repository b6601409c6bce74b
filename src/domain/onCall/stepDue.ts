import type { Instant } from '../calendar/time'
import type { LadderStep, PagingLadder } from './ladderStep'

/**
 * The step that a page is at: the latest whose time has come, never those before it, however many were missed (P33). Null
 * before the first, and from the acknowledgement on (P29).
 */
export const stepDue = ({ acknowledgedAt, steps }: PagingLadder, now: Instant): LadderStep | null =>
  acknowledgedAt !== null && now >= acknowledgedAt ? null : (steps.findLast(({ at }) => at <= now) ?? null)
