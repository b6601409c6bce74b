import { serviceSentences as say } from '../entitlement/serviceSentences'
import type { Project } from './project'

/** Whom the customer turns to about a project, with a sentence for them. `engineerId` is null unless it is the engineer. */
export interface ProjectContact {
  readonly kind: 'accountManager' | 'projectManager' | 'installationEngineer' | 'helpDesk'
  readonly engineerId: string | null
  readonly rule: string
  readonly sentence: string
}

/**
 * Who answers about a project now: the Account Manager until it is accepted (R90), the Project Manager until the day
 * is set (R92), then the dedicated engineer directly until completion (R95), and HelpDesk afterwards (R96).
 */
export const projectContact = (project: Pick<Project, 'state' | 'engineerId'>): ProjectContact => {
  switch (project.state) {
    case 'quoteRequested':
    case 'quoted':
      return { kind: 'accountManager', engineerId: null, rule: say.quoteQuestions.rule, sentence: say.quoteQuestions.text }
    case 'accepted':
    case 'meetingArranged':
    case 'meetingHeld':
      return { kind: 'projectManager', engineerId: null, rule: say.dayQuestions.rule, sentence: say.dayQuestions.text }
    case 'scheduled':
    case 'inProgress':
      return { kind: 'installationEngineer', engineerId: project.engineerId, rule: say.directAccess.rule, sentence: say.directAccess.text }
    case 'done':
    case 'declined':
    case 'cancelled':
      return { kind: 'helpDesk', engineerId: null, rule: say.furtherQuestions.rule, sentence: say.furtherQuestions.text }
    default:
      return project.state satisfies never
  }
}
