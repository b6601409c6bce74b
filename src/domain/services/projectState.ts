/**
 * Where a project of Professional Services stands (R90–R96). `accepted` = the signed quote and the purchase order
 * are both here; `declined` = the customer does not want the quote; `cancelled` = given up later.
 */
export const projectStates = [
  'quoteRequested', 'quoted', 'accepted', 'meetingArranged', 'meetingHeld', 'scheduled', 'inProgress', 'done', 'declined', 'cancelled',
] as const
export type ProjectState = (typeof projectStates)[number]

/** What people of the firm call the states. */
export const projectStateNames: Readonly<Record<ProjectState, string>> = {
  quoteRequested: 'Quote requested',
  quoted: 'Quote sent',
  accepted: 'Accepted',
  meetingArranged: 'Overview meeting arranged',
  meetingHeld: 'Overview meeting held',
  scheduled: 'Scheduled',
  inProgress: 'In progress',
  done: 'Done',
  declined: 'Declined',
  cancelled: 'Cancelled',
}
