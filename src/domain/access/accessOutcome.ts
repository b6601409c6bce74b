import type { Contact } from '../customer/customer'
import type { AccessRequest } from './accessRequest'

/** Why nothing was decided. `missingFacts` names what is missing; `askTemporary`: only temporary access can be given (R33). */
export type AccessRefusalCode = 'missingFacts' | 'askTemporary' | 'notAllowed' | 'notFound' | 'nothingToDo' | 'invalid'

/**
 * What a decision on access changes, or why it changes nothing, in words for whoever decided. `contact` is the row to
 * store, new or changed; null when no contact is touched. `warnings` forbid nothing (R36).
 */
export type AccessOutcome =
  | { readonly ok: true; readonly request: AccessRequest; readonly contact: Contact | null; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly refusal: { readonly code: AccessRefusalCode; readonly sentence: string } }

/** A decision that changes nothing. */
export const refuseAccess = (code: AccessRefusalCode, sentence: string): Extract<AccessOutcome, { readonly ok: false }> => ({
  ok: false,
  refusal: { code, sentence },
})
