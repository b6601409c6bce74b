import type { ZoneId } from '../calendar/time'

/** Roles inside the firm (R1–R6). `supportManager` is the last rung of the paging ladder (R64). */
export const engineerRoles = ['helpdesk', 'installation', 'supportManager', 'accountManager', 'projectManager', 'administrator'] as const
export type EngineerRole = (typeof engineerRoles)[number]

/** Somebody of the firm with a desk. */
export interface Engineer {
  readonly id: string
  readonly rev: number
  readonly name: string
  readonly initials: string
  readonly email: string
  readonly phone: string
  readonly role: EngineerRole
  readonly zone: ZoneId
  readonly active: boolean
}
