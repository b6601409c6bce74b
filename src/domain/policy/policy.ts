import type { CalendarDate, ZoneId } from '../calendar/time'
import type { CallOutcome } from '../ticket/ticket'

/** A stretch of one weekday's service hours as wall-clock minutes since midnight, half-open (R26). */
export interface ServiceInterval {
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number
  readonly fromMinute: number
  readonly toMinute: number
}

/** When an e-mail to the customer stops the callback clock (R60). */
export const emailStops = ['whenAsked', 'always', 'never'] as const
export type EmailStops = (typeof emailStops)[number]

/**
 * Every number that is our reading of the guidelines, with the firm's own words where they give one (rules.md,
 * preface). `policyFields.ts` has each with its label, bounds and default.
 */
export interface PolicyValues {
  readonly firmName: string
  readonly supportAddress: string
  /** R24: the mailbox that takes requests for access and nothing else. */
  readonly accessAddress: string
  readonly techLine: string
  /** R7. */
  readonly supportQuestions: { readonly name: string; readonly email: string }
  readonly servicesQuestions: { readonly name: string; readonly email: string }
  readonly officeZone: ZoneId
  /** R25: whose wall clock decides service hours. */
  readonly hoursFollow: 'site' | 'office'
  readonly serviceHours: readonly ServiceInterval[]
  /** R27: confirmed by an administrator; each a whole closed day. */
  readonly holidays: readonly { readonly date: CalendarDate; readonly name: string }[]
  /** R57, business minutes. */
  readonly assignmentMinutes: number
  /** R58, R63, business minutes. */
  readonly urgentCallbackMinutes: number
  /** R61, business minutes. */
  readonly highCallbackMinutes: number
  /** R59, business minutes. */
  readonly mediumCallbackMinutes: number
  /** R62, business minutes. */
  readonly lowCallbackMinutes: number
  /** R67, business minutes. */
  readonly answerMinutes: number
  /** R60: the outcomes of an outbound call that stop the callback clock. */
  readonly callbackStoppedBy: readonly CallOutcome[]
  /** R60. */
  readonly emailStopsCallback: EmailStops
  /** R64, real minutes. */
  readonly pageAcknowledgeMinutes: number
  /** R64, real minutes. */
  readonly pageCallbackMinutes: number
  /** R64: from the page to the second on call, real minutes. */
  readonly pageSecondMinutes: number
  /** R64: from the page to the support manager, real minutes. */
  readonly pageManagerMinutes: number
  /** R65: whether an open 24×7 Urgent without a callback is handed to the engineer on call at closing time. */
  readonly handOverAtClosing: boolean
  /** R71: whether an engineer's own raise to Urgent pages like a customer's. */
  readonly engineerUrgentPages: boolean
  /** R78: days after a contract's last day in which it still counts; a contract's own grace goes first. */
  readonly contractGraceDays: number
  /** R80: how long a staffed desk has a page to itself before the rota gets it, real minutes; 0 = no time at all. */
  readonly staffedFirstMinutes: number
  /** R79: when a shift of the rota ends and the next begins, by the office's wall clock. */
  readonly rotaHandOver: { readonly weekday: number; readonly minute: number }
  /** R79: the length of a shift in weeks. */
  readonly rotaWeeks: number
  /** R32: an access request with fewer business minutes left of its day is due at the end of the next. */
  readonly accessCutoffMinutes: number
  /** R34: how long temporary access lasts unconfirmed, in business days. */
  readonly temporaryAccessDays: number
}

/** The one policy record. Each decision carries the `version` it was made with. */
export interface Policy {
  readonly id: 'policy'
  readonly rev: number
  readonly version: number
  readonly values: PolicyValues
}
