import type { Engineer, EngineerRole } from '../access/engineer'

/** What the rota has to know of an engineer. */
export type DutyEngineer = Pick<Engineer, 'id' | 'name' | 'role' | 'active' | 'phone' | 'email'>

/**
 * Whether a role may have the pager by rota. HelpDesk engineers rotate (R2); a support manager or an administrator, who
 * work the same queue, may stand in. Installation engineers never (R5, R82), nor those who manage accounts and projects (R6).
 */
export const mayHoldDuty = (role: EngineerRole): boolean => {
  switch (role) {
    case 'helpdesk':
    case 'supportManager':
    case 'administrator':
      return true
    case 'installation':
    case 'accountManager':
    case 'projectManager':
      return false
    default:
      return role satisfies never
  }
}
