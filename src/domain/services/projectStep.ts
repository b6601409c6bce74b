import type { Engineer, EngineerRole } from '../access/engineer'
import type { Instant, ZoneId } from '../calendar/time'
import type { Policy } from '../policy/policy'
import type { BusyTime } from './busyTimes'
import type { Appointment, Project } from './project'
import type { ProjectEvent, ProjectStepName } from './projectEvent'

/** What the firm does to a project. `eventId` names the entry of its history. An appointment on a night or a weekend says so (R82). */
export type ProjectStep =
  | { readonly name: 'sendQuote'; readonly args: { readonly eventId: string; readonly number: string; readonly amountCents: number; readonly currency: string } }
  | { readonly name: 'recordSignedQuote'; readonly args: { readonly eventId: string; readonly quoteNumber: string; readonly receivedAt: Instant } }
  | { readonly name: 'recordPurchaseOrder'; readonly args: { readonly eventId: string; readonly number: string; readonly receivedAt: Instant } }
  | { readonly name: 'arrangeMeeting'; readonly args: { readonly eventId: string; readonly meetingAt: Instant } }
  | { readonly name: 'holdMeeting'; readonly args: { readonly eventId: string; readonly statementOfWork: string } }
  | { readonly name: 'scheduleWork'; readonly args: { readonly eventId: string; readonly engineerId: string; readonly appointments: readonly Appointment[] } }
  | { readonly name: 'startWork'; readonly args: { readonly eventId: string } }
  | { readonly name: 'finishWork'; readonly args: { readonly eventId: string; readonly note: string } }
  | { readonly name: 'declineQuote'; readonly args: { readonly eventId: string; readonly reason: string } }
  | { readonly name: 'cancelProject'; readonly args: { readonly eventId: string; readonly reason: string } }

/** The step, or steps, of a name. */
export type StepOf<N extends ProjectStepName> = Extract<ProjectStep, { readonly name: N }>

/** What a step is decided with. `at` is the moment it is taken; `zone` is the customer site's. */
export interface ProjectContext {
  readonly at: Instant
  readonly actor: { readonly id: string; readonly name: string; readonly role: EngineerRole }
  readonly zone: ZoneId
  readonly policy: Policy
  /** Times that engineers have given away elsewhere, from `busyTimes`. */
  readonly busy: readonly BusyTime[]
  /** Somebody of the firm by id; answers null when unknown. */
  readonly engineer: (id: string) => Pick<Engineer, 'id' | 'name' | 'role' | 'active'> | null
}

/**
 * Why a step was refused, with a sentence for the person who took it. `notYet` = something has to come first (R94),
 * `tooLate` = the project is past it.
 */
export interface ProjectRefusal {
  readonly code: 'notAllowed' | 'notYet' | 'tooLate' | 'invalid'
  readonly rule: string
  readonly sentence: string
}

/** The project after the step and the entry of its history, or a refusal that changes nothing. */
export type ProjectOutcome =
  | { readonly ok: true; readonly project: Project; readonly event: ProjectEvent }
  | { readonly ok: false; readonly refusal: ProjectRefusal }
