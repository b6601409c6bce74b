import { nextOpening } from '../calendar/openTimes'
import { sayClockTime, sayDay, sayDayInFull } from '../calendar/sayTime'
import { serviceCalendar } from '../calendar/serviceCalendar'
import type { Instant, ZoneId } from '../calendar/time'
import type { Policy } from '../policy/policy'
import { fillSentence } from './fillSentence'
import { serviceSentences } from './serviceSentences'

/** What 24×7 is not for (R75). */
export const outOfScopeReasons = ['normalSupport', 'maintenance', 'install', 'upgrade', 'patch'] as const
export type OutOfScopeReason = (typeof outOfScopeReasons)[number]

/** The name of each reason for the engineer, and what is said to the customer; `{when}` is the next opening. */
export const outOfScopeTexts = {
  normalSupport: { name: 'Normal support', text: serviceSentences.notFor24x7NormalSupport.text },
  maintenance: { name: 'Maintenance', text: serviceSentences.notFor24x7Maintenance.text },
  install: { name: 'Installation', text: serviceSentences.notFor24x7Install.text },
  upgrade: { name: 'Upgrade', text: serviceSentences.notFor24x7Upgrade.text },
  patch: { name: 'Patch or service release', text: serviceSentences.notFor24x7Patch.text },
} as const satisfies Readonly<Record<OutOfScopeReason, { readonly name: string; readonly text: string }>>

/** A person's decision that a page was out of scope. The page stays on record: it was right to send it. */
export interface OutOfScopeMark {
  readonly rule: 'R75'
  readonly reason: OutOfScopeReason
  readonly by: { readonly id: string; readonly name: string }
  readonly at: Instant
  /** When work goes on: the customer's next opening. */
  readonly continueAt: Instant
  /** For the customer, in their own time. */
  readonly sentence: string
}

/** What a mark is made with; `zone` is the customer site's. */
export interface OutOfScopeFacts {
  readonly reason: OutOfScopeReason
  readonly by: { readonly id: string; readonly name: string }
  readonly at: Instant
  readonly zone: ZoneId
  readonly policy: Policy
}

/**
 * Marks a page as out of scope of 24×7, after the engineer on call has read it (R75). Only ever called for a person
 * who decided so: no rule reads the words of a request to suppress a page.
 */
export const markOutOfScope24x7 = ({ reason, by, at, zone, policy }: OutOfScopeFacts): OutOfScopeMark => {
  const continueAt = nextOpening(serviceCalendar(policy, zone), at)
  const day = sayDay(continueAt, zone, at) === 'today' ? 'today' : `on ${sayDayInFull(continueAt, zone, at)}`
  return { rule: 'R75', reason, by, at, continueAt, sentence: fillSentence(outOfScopeTexts[reason].text, { when: `${sayClockTime(continueAt, zone)} ${day}` }) }
}
