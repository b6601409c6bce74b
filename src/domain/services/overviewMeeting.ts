import { sayMoment } from '../calendar/sayTime'
import { advanced, stepRefused } from './advanced'
import type { Project } from './project'
import type { ProjectContext, ProjectOutcome, StepOf } from './projectStep'

/** Step 3: the Project Manager arranges the overview meeting, or moves it (R92). */
export const arrangeOverviewMeeting = (project: Project, step: StepOf<'arrangeMeeting'>, context: ProjectContext): ProjectOutcome => {
  const { meetingAt } = step.args
  if (meetingAt <= context.at) return stepRefused('invalid', 'R92', 'Choose a time in the future for the overview meeting.')
  return advanced(project, step, context, {
    to: 'meetingArranged', fields: { meetingAt }, detail: `Overview meeting: ${sayMoment(meetingAt, context.zone, context.at)}`,
  })
}

/** Step 4: the meeting was held, and what it gathered for the statement of work is written down (R93). */
export const holdOverviewMeeting = (project: Project, step: StepOf<'holdMeeting'>, context: ProjectContext): ProjectOutcome => {
  const statementOfWork = step.args.statementOfWork.trim()
  if (project.meetingAt !== null && context.at < project.meetingAt) {
    return stepRefused('invalid', 'R93', `The overview meeting is ${sayMoment(project.meetingAt, context.zone, context.at)}. If it was held before that, move it first.`)
  }
  if (statementOfWork === '') return stepRefused('invalid', 'R93', 'Write down what the meeting gathered for the statement of work.')
  return advanced(project, step, context, { to: 'meetingHeld', fields: { statementOfWork }, detail: 'Overview meeting held, statement of work gathered' })
}
