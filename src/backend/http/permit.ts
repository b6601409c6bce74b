import type { Engineer } from '../../domain/access/engineer'
import type { Operation } from '../../domain/access/mayDo'
import { permitOperation } from '../../domain/access/permitOperation'
import { ProblemError } from './problemError'

/** What is asked for. `isOwn`: it is done to what is theirs; `reason`: what they typed, null where the form has no such field. */
interface Wish {
  readonly operation: Operation
  readonly isOwn?: boolean
  readonly reason?: string | null
}

/** Throws the domain's own refusal unless the engineer may do it (P42): the one question every route asks. */
export const permit = ({ role }: Pick<Engineer, 'role'>, { operation, isOwn = false, reason = null }: Wish): void => {
  const permission = permitOperation({ role, operation, isOwn, reason })
  if (!permission.allowed) throw new ProblemError(permission.code === 'notAllowed' ? 'notAllowed' : 'badRequest', permission.sentence)
}
