import type { EngineerRole } from '../access/engineer'
import type { ProjectStepName } from './projectEvent'
import type { ProjectState } from './projectState'

/** Who takes a step, and from which states. An administrator may stand in for everybody. */
export interface StepRule {
  /** As a button says it; `sayStep` makes it part of a sentence. */
  readonly label: string
  readonly rule: string
  readonly roles: readonly EngineerRole[]
  readonly from: readonly ProjectState[]
}

/**
 * The pipeline as one table: the Account Manager quotes, the Project Manager schedules (R6), installation engineers
 * do the work (R3), and nothing after the quote comes before the signed quote and the purchase order (R94).
 */
export const stepRules: Readonly<Record<ProjectStepName, StepRule>> = {
  sendQuote: { label: 'Send the quote', rule: 'R6', roles: ['accountManager'], from: ['quoteRequested', 'quoted'] },
  recordSignedQuote: { label: 'Record the signed quote', rule: 'R91', roles: ['accountManager', 'projectManager'], from: ['quoted'] },
  recordPurchaseOrder: { label: 'Record the purchase order', rule: 'R91', roles: ['accountManager', 'projectManager'], from: ['quoted'] },
  arrangeMeeting: { label: 'Arrange the overview meeting', rule: 'R92', roles: ['projectManager'], from: ['accepted', 'meetingArranged'] },
  holdMeeting: { label: 'Record the meeting and its statement of work', rule: 'R93', roles: ['projectManager', 'installation'], from: ['meetingArranged'] },
  scheduleWork: { label: 'Set the day and the engineer', rule: 'R6', roles: ['projectManager'], from: ['meetingHeld', 'scheduled', 'inProgress'] },
  startWork: { label: 'Start the work', rule: 'R3', roles: ['installation', 'projectManager'], from: ['scheduled'] },
  finishWork: { label: 'Finish the project', rule: 'R3', roles: ['installation', 'projectManager'], from: ['inProgress'] },
  declineQuote: { label: 'Record that the customer declined', rule: 'R90', roles: ['accountManager'], from: ['quoteRequested', 'quoted'] },
  cancelProject: {
    label: 'Cancel the project', rule: 'R90', roles: ['accountManager', 'projectManager'],
    from: ['quoteRequested', 'quoted', 'accepted', 'meetingArranged', 'meetingHeld', 'scheduled', 'inProgress'],
  },
}
