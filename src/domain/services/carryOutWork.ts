import { sayMoment } from '../calendar/sayTime'
import { advanced, stepRefused } from './advanced'
import type { Project } from './project'
import type { ProjectContext, ProjectOutcome, StepOf } from './projectStep'

type WorkStep = StepOf<'startWork' | 'finishWork'>

const isTheirs = (project: Project, { actor }: ProjectContext): boolean =>
  actor.role !== 'installation' || project.engineerId === actor.id || project.scheduled.some(({ engineerId }) => engineerId === actor.id)

/**
 * Starts the work at its appointment and not before it (R82), or ends the project, after which questions go to
 * HelpDesk (R96). An Installation engineer does so for a project of their own only (R95).
 */
export const carryOutWork = (project: Project, step: WorkStep, context: ProjectContext): ProjectOutcome => {
  if (!isTheirs(project, context)) return stepRefused('notAllowed', 'R95', 'This project has another engineer. Ask the Project Manager to change the schedule.')
  if (step.name === 'finishWork') {
    const note = step.args.note.trim()
    return advanced(project, step, context, { to: 'done', detail: note === '' ? 'Work finished' : `Work finished: ${note}` })
  }
  const first = project.scheduled[0]
  if (first !== undefined && context.at < first.startsAt) {
    return stepRefused('notYet', 'R82', `The work is appointed for ${sayMoment(first.startsAt, context.zone, context.at)}. To begin earlier, have the Project Manager move the appointment.`)
  }
  return advanced(project, step, context, { to: 'inProgress', detail: 'Work begun' })
}
