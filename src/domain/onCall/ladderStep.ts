import type { Instant } from '../calendar/time'

/** Those whom a page climbs to, in their order (R64, R80, R81); `exhausted` is everybody once more, loudly. */
export const ladderRungs = ['staffedQueue', 'standbyEngineer', 'primary', 'second', 'supportManager', 'exhausted'] as const
export type LadderRung = (typeof ladderRungs)[number]

/** One step of a page: when it is taken, who gets it, and by which rule. */
export interface LadderStep {
  readonly at: Instant
  readonly to: LadderRung
  /** Whom to reach; empty for the queue of a staffed desk, which every desk shows, and when nobody can be reached. */
  readonly engineerIds: readonly string[]
  readonly rule: string
  /** For engineers, with times of the office. */
  readonly sentence: string
}

/** The steps of a page, earliest first, up to its acknowledgement. */
export interface PagingLadder {
  /** Null while nobody has acknowledged. */
  readonly acknowledgedAt: Instant | null
  readonly steps: readonly LadderStep[]
}
