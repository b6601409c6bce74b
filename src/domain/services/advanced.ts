import type { Project } from './project'
import type { ProjectState } from './projectState'
import type { ProjectContext, ProjectOutcome, ProjectRefusal, ProjectStep } from './projectStep'

interface Change {
  readonly to: ProjectState
  /** Fields that change besides state and history. */
  readonly fields?: Partial<Omit<Project, 'id' | 'rev' | 'state' | 'history'>>
  readonly detail: string
}

/** A step that took effect at `context.at`. `rev` stays: the backend numbers the change when it commits. */
export const advanced = (project: Project, step: ProjectStep, context: ProjectContext, { to, fields, detail }: Change): ProjectOutcome => {
  const { at, actor } = context
  const event = { id: step.args.eventId, at, actor: { id: actor.id, name: actor.name }, step: step.name, from: project.state, to, detail }
  return { ok: true, project: { ...project, ...fields, state: to, history: [...project.history, event] }, event }
}

/** A step that changes nothing, with the sentence for the person who took it. */
export const stepRefused = (code: ProjectRefusal['code'], rule: string, sentence: string): ProjectOutcome => ({ ok: false, refusal: { code, rule, sentence } })
