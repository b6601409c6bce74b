import { stepRefused } from './advanced'
import { carryOutWork } from './carryOutWork'
import { endProject } from './endProject'
import { arrangeOverviewMeeting, holdOverviewMeeting } from './overviewMeeting'
import type { Project } from './project'
import type { ProjectContext, ProjectOutcome, ProjectStep } from './projectStep'
import { recordAcceptance } from './recordAcceptance'
import { scheduleWork } from './scheduleWork'
import { sendQuote } from './sendQuote'
import { whyNotNow } from './whyNotNow'

/**
 * Takes one step of a project (R90–R96): the new project and the entry of its history, or a refusal that changes
 * nothing and says who may, what is missing, or what to correct. Pure; nothing is scheduled before the signed quote
 * and the purchase order are here (R94).
 */
export const advanceProject = (project: Project, step: ProjectStep, context: ProjectContext): ProjectOutcome => {
  const no = whyNotNow(project, step.name, context.actor.role)
  if (no !== null) return stepRefused(no.code, no.rule, no.sentence)
  switch (step.name) {
    case 'sendQuote':
      return sendQuote(project, step, context)
    case 'recordSignedQuote':
    case 'recordPurchaseOrder':
      return recordAcceptance(project, step, context)
    case 'arrangeMeeting':
      return arrangeOverviewMeeting(project, step, context)
    case 'holdMeeting':
      return holdOverviewMeeting(project, step, context)
    case 'scheduleWork':
      return scheduleWork(project, step, context)
    case 'startWork':
    case 'finishWork':
      return carryOutWork(project, step, context)
    case 'declineQuote':
    case 'cancelProject':
      return endProject(project, step, context)
    default:
      return step satisfies never
  }
}
