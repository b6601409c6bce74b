import type { Instant } from '../calendar/time'
import type { PageFacts, PageOccasion } from './pageFacts'

/** The five gates of a page decision, in the order they are asked (R68–R81). */
export const pageGates = ['hours', 'contract', 'channel', 'priority', 'rota'] as const
export type PageGateName = (typeof pageGates)[number]

/** One gate's answer with the rule that gave it and a sentence for people. */
export interface PageGate {
  readonly gate: PageGateName
  readonly pass: boolean
  readonly rule: string
  readonly sentence: string
}

/**
 * Who gets a page first: the queue of a desk that is staffed elsewhere (R80), the engineer on call (R79), or the one
 * whom a standby booking names (R81).
 */
export const pageTargets = ['staffedQueue', 'onCall', 'standbyEngineer'] as const
export type PageTarget = (typeof pageTargets)[number]

/** The stored record of a decision: enough to explain it to anybody, later, and to decide it again. */
export interface PageDecision {
  readonly occasion: PageOccasion
  readonly page: boolean
  readonly decidedAt: Instant
  readonly gates: readonly PageGate[]
  /** One sentence that says what was decided and why. */
  readonly sentence: string
  /** R23: the caller matched no 24×7 account. */
  readonly contractUnverified: boolean
  /** Who gets it first; null when nobody is paged. */
  readonly firstTo: PageTarget | null
  /** The named engineer (R81), else who is on call when the rota gets it; null when nobody is (P35). */
  readonly engineerId: string | null
  /** When the rota gets it; null when it does not by itself: no page, or a booking without a 24×7 contract (R81). */
  readonly rotaFrom: Instant | null
  readonly policyVersion: number
  /** What it was decided from; null on records kept by a version that did not keep them. */
  readonly facts: PageFacts | null
}

/** A page that woke, or is to wake, an engineer. Only `acknowledged` is proof that somebody has it. */
export interface Page {
  readonly id: string
  readonly rev: number
  readonly ticketId: string
  readonly createdAt: Instant
  readonly decision: PageDecision
  readonly engineerId: string | null
  readonly state: 'planned' | 'acknowledged'
  readonly acknowledgedAt: Instant | null
  readonly acknowledgedBy: string | null
}
