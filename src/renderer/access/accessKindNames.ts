import type { AccessRequestKind } from '../../domain/access/accessRequest'

/** What kind of access is asked for (R32, R33). */
export const accessKindNames: Readonly<Record<AccessRequestKind, string>> = {
  addition: 'Addition by the primary contact',
  temporary: 'Temporary access',
}
