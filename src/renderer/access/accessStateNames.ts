import type { AccessRequestState } from '../../domain/access/accessRequest'

/** Where a request stands (R34). */
export const accessStateNames: Readonly<Record<AccessRequestState, string>> = {
  open: 'Open',
  granted: 'Granted',
  confirmed: 'Confirmed',
  denied: 'Denied',
  expired: 'Ended unconfirmed',
}
