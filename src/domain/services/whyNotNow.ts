import type { EngineerRole } from '../access/engineer'
import type { Project } from './project'
import type { ProjectStepName } from './projectEvent'
import { projectStateNames, projectStates } from './projectState'
import type { ProjectState } from './projectState'
import type { ProjectRefusal } from './projectStep'
import { stepRules } from './stepRule'

const roleWords: Readonly<Record<EngineerRole, string>> = {
  helpdesk: 'a HelpDesk engineer',
  installation: 'an Installation engineer',
  supportManager: 'the support manager',
  accountManager: 'the Account Manager',
  projectManager: 'the Project Manager',
  administrator: 'an administrator',
}

/** What must be so before the project stands at a state, and the rule that says it. */
const milestones: Readonly<Partial<Record<ProjectState, readonly [string, string]>>> = {
  quoted: ['the quote is sent', 'R90'],
  accepted: ['the signed quote and the purchase order are here', 'R94'],
  meetingArranged: ['the overview meeting is arranged', 'R92'],
  meetingHeld: ['the overview meeting was held and its statement of work is here', 'R93'],
  scheduled: ['the day is set', 'R93'],
  inProgress: ['the work has begun', 'R95'],
}

const over: Readonly<Partial<Record<ProjectState, string>>> = {
  done: 'This project is done. Further questions go to HelpDesk (R96).',
  declined: 'The customer declined this quote. Request a new one to begin again.',
  cancelled: 'This project was cancelled. Request a new quote to begin again.',
}

const stage = (state: ProjectState): number => projectStates.indexOf(state)

const lower = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1)

const missing = (project: Project): string => {
  const lacking = [
    project.quote === null ? 'the quote itself' : null,
    project.signedQuoteAt === null ? 'the signed quote' : null,
    project.purchaseOrder === null ? 'the purchase order' : null,
  ].filter((each) => each !== null)
  return lacking.length === 0 ? '' : ` Still missing: ${lacking.join(', ')}.`
}

/**
 * Why a role may not take a step of this project now, or null when it may. The administrator stands in for everybody.
 * Says who may (R3, R6), what has to come first (R90–R94), or that the project is past it.
 */
export const whyNotNow = (project: Project, name: ProjectStepName, role: EngineerRole): ProjectRefusal | null => {
  const { label, rule, roles, from } = stepRules[name]
  if (role !== 'administrator' && !roles.includes(role)) {
    const who = [...roles, 'administrator' as const].map((each) => roleWords[each])
    return { code: 'notAllowed', rule, sentence: `Only ${who.slice(0, -1).join(', ')} or ${who.at(-1)} may ${lower(label)} (${rule}).` }
  }
  const { state } = project
  if (name === 'recordSignedQuote' && project.signedQuoteAt !== null && from.includes(state)) {
    return { code: 'tooLate', rule, sentence: `The signed quote is here already.${missing(project)}` }
  }
  if (from.includes(state)) return null
  const ended = over[state]
  if (ended !== undefined) return { code: 'tooLate', rule: state === 'done' ? 'R96' : 'R90', sentence: ended }
  const earliest = from.find((each) => milestones[each] !== undefined) ?? state
  if (stage(state) >= stage(earliest)) {
    return { code: 'tooLate', rule, sentence: `It is too late to ${lower(label)}: the project stands at “${projectStateNames[state]}”.` }
  }
  const unaccepted = stage(state) < stage('accepted') && stage(earliest) >= stage('accepted')
  const [what, why] = milestones[unaccepted ? 'accepted' : earliest] ?? [projectStateNames[earliest], rule]
  return { code: 'notYet', rule: why, sentence: `Not before ${what} (${why}).${unaccepted ? missing(project) : ''}` }
}
