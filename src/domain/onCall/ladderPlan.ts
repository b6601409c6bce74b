import { addRealMinutes, toInstant } from '../calendar/time'
import type { Instant } from '../calendar/time'
import type { PolicyValues } from '../policy/policy'
import type { LadderRung } from './ladderStep'

/** A page as far as its ladder needs it. */
export interface LadderPage {
  readonly createdAt: Instant
  readonly firstTo: 'staffedQueue' | 'onCall' | 'standbyEngineer'
  /** The engineer whom a standby booking names (R81); of no account for other pages, whose engineers the rota names. */
  readonly engineerId: string | null
  /** When the rota gets it (R80); null when it never does (R81). */
  readonly rotaFrom: Instant | null
  readonly acknowledgedAt: Instant | null
}

/** The numbers of the policy that a ladder uses. */
export type LadderPolicy = Pick<PolicyValues, 'officeZone' | 'pageAcknowledgeMinutes' | 'pageSecondMinutes' | 'pageManagerMinutes'>

/** A rung and the moment it is due, whoever may then be on it. */
export interface PlannedRung {
  readonly rung: LadderRung
  readonly at: Instant
}

/**
 * When each rung is due if nobody acknowledges (R64, R80, R81). The minutes to the second and to the support manager
 * count from when the rota gets the page, so that a wait in the queue of a staffed desk takes nothing from an engineer's
 * time. A page that the rota never gets climbs to the support manager alone.
 */
export const ladderPlan = ({ createdAt, firstTo, rotaFrom }: LadderPage, policy: LadderPolicy): readonly PlannedRung[] => {
  const from = rotaFrom ?? createdAt
  const rungs: readonly PlannedRung[] = [
    ...(firstTo === 'onCall' ? [] : [{ rung: firstTo, at: createdAt }]),
    ...(rotaFrom === null
      ? []
      : [
          { rung: 'primary' as const, at: from },
          { rung: 'second' as const, at: addRealMinutes(from, policy.pageSecondMinutes) },
        ]),
    { rung: 'supportManager', at: addRealMinutes(from, policy.pageManagerMinutes) },
  ]
  const last = toInstant(Math.max(...rungs.map(({ at }) => at)))
  return [...rungs, { rung: 'exhausted' as const, at: addRealMinutes(last, policy.pageAcknowledgeMinutes) }].toSorted((a, b) => a.at - b.at)
}

/**
 * The plan of a pager that was away until `resumedAt`: the rung that is due then, at once, and those that follow; the
 * ones before it are not made up for (P33). The whole plan when none was due by then.
 */
export const resumePlan = (plan: readonly PlannedRung[], resumedAt: Instant): readonly PlannedRung[] => {
  const current = plan.findLastIndex(({ at }) => at <= resumedAt)
  return plan.slice(Math.max(current, 0)).map((planned) => (planned.at < resumedAt ? { ...planned, at: resumedAt } : planned))
}
