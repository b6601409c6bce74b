import { engineerRoles } from './engineer'
import type { EngineerRole } from './engineer'
import { mayDo, rightToDo } from './mayDo'
import type { Operation } from './operations'
import { roleNames } from './roleNames'

/** Somebody's wish to do something. `reason` is what they typed; null where the form has no such field. */
export interface OperationWish {
  readonly role: EngineerRole
  readonly operation: Operation
  readonly isOwn: boolean
  readonly reason: string | null
}

/** Whether it goes on, and if not, in words for the person who wished it. */
export type Permission = { readonly allowed: true } | { readonly allowed: false; readonly code: 'notAllowed' | 'invalid'; readonly sentence: string }

const whoMay = (operation: Operation): string => {
  const names = engineerRoles.filter((role) => mayDo(role, operation)).map((role) => roleNames[role])
  const last = names.at(-1)
  if (last === undefined) return ''
  return ` Please ask: ${names.length === 1 ? last : `${names.slice(0, -1).join(', ')} or ${last}`}.`
}

/**
 * Decides a wish once: the role's right (R1–R6), whose it is, and the reason where one is asked for. Deny by default;
 * the refusal names who may instead.
 */
export const permitOperation = ({ role, operation, isOwn, reason }: OperationWish): Permission => {
  const right = rightToDo(role, operation)
  if (right === 'own' && !isOwn) {
    return { allowed: false, code: 'notAllowed', sentence: `As ${roleNames[role]} you may do this only with what is yours.${whoMay(operation)}` }
  }
  if (right === 'no') return { allowed: false, code: 'notAllowed', sentence: `As ${roleNames[role]} you may not do this.${whoMay(operation)}` }
  if (right === 'withReason' && (reason ?? '').trim() === '') {
    return { allowed: false, code: 'invalid', sentence: 'Please give a reason; it is kept with what you do.' }
  }
  return { allowed: true }
}
