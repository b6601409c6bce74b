import { advanced, stepRefused } from './advanced'
import type { Project } from './project'
import type { ProjectContext, ProjectOutcome, StepOf } from './projectStep'

type EndStep = StepOf<'declineQuote' | 'cancelProject'>

/** The customer declines the quote, or the project is given up; always with a reason. Appointments fall away. */
export const endProject = (project: Project, step: EndStep, context: ProjectContext): ProjectOutcome => {
  const reason = step.args.reason.trim()
  if (reason === '') return stepRefused('invalid', 'R90', 'Give the reason, for whoever asks later.')
  const declined = step.name === 'declineQuote'
  const scheduled = project.scheduled.filter(({ startsAt }) => startsAt < context.at)
  return advanced(project, step, context, { to: declined ? 'declined' : 'cancelled', fields: { scheduled }, detail: `${declined ? 'Declined' : 'Cancelled'}: ${reason}` })
}
