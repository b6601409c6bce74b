import { closingAfter } from '../calendar/openTimes'
import { sayMoment } from '../calendar/sayTime'
import { serviceCalendar } from '../calendar/serviceCalendar'
import { advanced, stepRefused } from './advanced'
import { clashAmong } from './busyTimes'
import type { Appointment, Project } from './project'
import type { ProjectContext, ProjectOutcome, StepOf } from './projectStep'

type ScheduleStep = StepOf<'scheduleWork'>

const isOutsideHours = ({ startsAt, endsAt }: Appointment, { policy, zone }: ProjectContext): boolean => {
  const closes = closingAfter(serviceCalendar(policy, zone), startsAt)
  return closes === null || endsAt > closes
}

const nameOf = (id: string, { engineer }: ProjectContext): string => engineer(id)?.name ?? 'That engineer'

const engineerFault = (id: string, context: ProjectContext): string | null => {
  const engineer = context.engineer(id)
  if (engineer === null) return 'That engineer is not known. Choose an Installation engineer.'
  if (engineer.role !== 'installation') return `${engineer.name} is no Installation engineer. Professional services are done by Installation engineers (R3).`
  return engineer.active ? null : `${engineer.name} works here no more. Choose another Installation engineer.`
}

const appointmentFault = (wanted: Appointment, context: ProjectContext): string | null => {
  const { startsAt, endsAt, outsideHours } = wanted
  const when = sayMoment(startsAt, context.zone, context.at)
  if (startsAt < context.at) return `The appointment ${when} has begun already. Choose a time in the future.`
  if (endsAt <= startsAt) return `The appointment ${when} must end after it begins.`
  if (isOutsideHours(wanted, context) && !outsideHours) {
    return `The appointment ${when} reaches outside service hours. Nights and weekends are by appointment only: confirm that this one was agreed (R82).`
  }
  const fault = engineerFault(wanted.engineerId, context)
  const clash = clashAmong(context.busy, wanted)
  if (fault !== null || clash === undefined) return fault
  return `${nameOf(wanted.engineerId, context)} is appointed elsewhere ${sayMoment(clash.startsAt, context.zone, context.at)}. Choose another time or engineer.`
}

const faultOf = ({ args }: ScheduleStep, context: ProjectContext): string | null => {
  if (args.appointments.length === 0) return 'Set at least one day for the work.'
  const fault = engineerFault(args.engineerId, context) ?? args.appointments.map((each) => appointmentFault(each, context)).find((each) => each !== null)
  if (fault !== undefined) return fault
  const twice = args.appointments.find((each, index) => clashAmong(args.appointments.slice(index + 1), each) !== undefined)
  if (twice !== undefined) return `Two appointments of one engineer overlap ${sayMoment(twice.startsAt, context.zone, context.at)}.`
  return args.appointments.some(({ engineerId }) => engineerId === args.engineerId)
    ? null
    : `${nameOf(args.engineerId, context)} has none of the appointments. Give the dedicated engineer at least one.`
}

/**
 * The Project Manager sets the day and names the dedicated engineer (R6, R93, R95); later again to move it. Only
 * installation engineers (R3), free at that time; nights and weekends only when the appointment says so itself (R82),
 * by the customer site's service hours. While the work is on, appointments that have begun stay.
 */
export const scheduleWork = (project: Project, step: ScheduleStep, context: ProjectContext): ProjectOutcome => {
  const fault = faultOf(step, context)
  if (fault !== null) return stepRefused('invalid', 'R82', fault)
  const begun = project.state === 'inProgress' ? project.scheduled.filter(({ startsAt }) => startsAt < context.at) : []
  const wanted = step.args.appointments.map((each) => ({ ...each, outsideHours: isOutsideHours(each, context) }))
  const scheduled = [...begun, ...wanted].toSorted((a, b) => a.startsAt - b.startsAt)
  const days = wanted.map(({ startsAt }) => sayMoment(startsAt, context.zone, context.at)).join(', ')
  return advanced(project, step, context, {
    to: project.state === 'inProgress' ? 'inProgress' : 'scheduled', fields: { scheduled, engineerId: step.args.engineerId }, detail: `${nameOf(step.args.engineerId, context)}: ${days}`,
  })
}
