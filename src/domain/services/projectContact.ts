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
      return { kind: 'accountManager', engineerId: null, rule: 'R90', sentence: 'Your Account Manager answers questions about the quote.' }
    case 'accepted':
    case 'meetingArranged':
    case 'meetingHeld':
      return { kind: 'projectManager', engineerId: null, rule: 'R92', sentence: 'Our Project Manager arranges the overview meeting and the day with you.' }
    case 'scheduled':
    case 'inProgress':
      return { kind: 'installationEngineer', engineerId: project.engineerId, rule: 'R95', sentence: 'You have direct access to your Installation engineer until the project is completed.' }
    case 'done':
    case 'declined':
    case 'cancelled':
      return { kind: 'helpDesk', engineerId: null, rule: 'R96', sentence: 'Further questions are answered by HelpDesk.' }
    default:
      return project.state satisfies never
  }
}
