import type { EngineerRole } from './engineer'

/** What the roles are called on every screen (R1–R6). */
export const roleNames: Readonly<Record<EngineerRole, string>> = {
  helpdesk: 'HelpDesk engineer',
  installation: 'Installation engineer',
  supportManager: 'Support manager',
  accountManager: 'Account manager',
  projectManager: 'Project manager',
  administrator: 'Administrator',
}
