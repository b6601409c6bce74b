import type { EngineerRole } from '../access/engineer'
import type { Project } from './project'
import { projectSteps } from './projectEvent'
import type { ProjectStepName } from './projectEvent'
import { stepRules } from './stepRule'
import { whyNotNow } from './whyNotNow'

/** A step that a button offers. */
export interface NextStep {
  readonly name: ProjectStepName
  readonly label: string
  readonly rule: string
}

/** The steps a role may take of a project as it stands, in the order of the pipeline. */
export const nextSteps = (project: Project, role: EngineerRole): readonly NextStep[] =>
  projectSteps.filter((name) => whyNotNow(project, name, role) === null).map((name) => ({ name, label: stepRules[name].label, rule: stepRules[name].rule }))
