import type { Instant } from '../calendar/time'
import type { ProjectState } from './projectState'

/** Everything the firm can do to a project, in the order it comes (R90–R96). */
export const projectSteps = [
  'sendQuote', 'recordSignedQuote', 'recordPurchaseOrder', 'arrangeMeeting', 'holdMeeting', 'scheduleWork', 'startWork', 'finishWork', 'declineQuote', 'cancelProject',
] as const
export type ProjectStepName = (typeof projectSteps)[number]

/** One step that was taken, for the project's history. */
export interface ProjectEvent {
  readonly id: string
  readonly at: Instant
  readonly actor: { readonly id: string; readonly name: string }
  readonly step: ProjectStepName | 'requestQuote'
  /** Null for the request that began it. */
  readonly from: ProjectState | null
  readonly to: ProjectState
  /** In words for people of the firm. */
  readonly detail: string
}
