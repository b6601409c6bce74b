import type { AccessRequestKind, AccessRequestState } from '../../domain/access/accessRequest'

/** What kind of access is asked for (R32, R33). */
export const accessKindNames: Readonly<Record<AccessRequestKind, string>> = {
  addition: 'Addition by the primary contact',
  temporary: 'Temporary access',
}

/** Where a request stands (R34). */
export const accessStateNames: Readonly<Record<AccessRequestState, string>> = {
  open: 'Open',
  granted: 'Granted',
  confirmed: 'Confirmed',
  denied: 'Denied',
  expired: 'Ended unconfirmed',
}
