import type { EngineerRole } from './engineer'
import { operations } from './operations'
import type { Operation, OperationRight } from './operations'

export type { Operation }

/** The cell of the table; `no` for whatever is not in it, so that a name from outside opens nothing. */
export const rightToDo = (role: EngineerRole, operation: Operation): OperationRight => {
  if (!Object.hasOwn(operations, operation)) return 'no'
  const rights: Readonly<Record<EngineerRole, OperationRight>> = operations[operation]
  return Object.hasOwn(rights, role) ? rights[role] : 'no'
}

/**
 * Whether a role may carry out an operation (R1–R6); what needs a reason counts as allowed, because the command's own
 * rule asks for it. `isOwn`: the ticket, project, shift, page or device is the person's; without it, what is allowed
 * on one's own only is refused.
 */
export const mayDo = (role: EngineerRole, operation: Operation, isOwn = false): boolean => {
  const right = rightToDo(role, operation)
  switch (right) {
    case 'yes':
    case 'withReason':
      return true
    case 'own':
      return isOwn
    case 'no':
      return false
    default:
      return right satisfies never
  }
}
