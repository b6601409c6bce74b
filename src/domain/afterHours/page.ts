import type { Instant } from '../calendar/time'

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

/** The stored record of a decision: enough to explain it to anybody, later. */
export interface PageDecision {
  readonly page: boolean
  readonly decidedAt: Instant
  readonly gates: readonly PageGate[]
  /** One sentence that says what was decided and why. */
  readonly sentence: string
  /** R23: the caller matched no 24×7 account. */
  readonly contractUnverified: boolean
  readonly engineerId: string | null
  readonly policyVersion: number
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
