import type { CalendarDate, ZoneId } from '../calendar/time'

/** A stretch of one weekday's service hours as wall-clock minutes since midnight, half-open (R26). */
export interface ServiceInterval {
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number
  readonly fromMinute: number
  readonly toMinute: number
}

/** Every number that is our reading of the guidelines; shown as "house target" (rules.md, preface). */
export interface PolicyValues {
  readonly firmName: string
  readonly supportAddress: string
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
  /** R64, real minutes. */
  readonly pageAcknowledgeMinutes: number
  /** R64, real minutes. */
  readonly pageCallbackMinutes: number
}

/** The one policy record. Each decision carries the `version` it was made with. */
export interface Policy {
  readonly id: 'policy'
  readonly rev: number
  readonly version: number
  readonly values: PolicyValues
}
