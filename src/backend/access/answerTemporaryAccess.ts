import type { AccessOutcome } from '../../domain/access/accessOutcome'
import { confirmAccess } from '../../domain/access/confirmAccess'
import { denyAccess } from '../../domain/access/denyAccess'
import type { BackendContext } from '../context'
import type { Queries, Touched } from '../db/database'
import type { AccessLink } from './findAccessLink'
import { storeAccess } from './storeAccess'
import { tellOfDenial } from './tellOfDenial'

/** The primary contact's answer on temporary access, by the mailed link or signed in. */
export type AccessAnswer = 'confirm' | 'deny'

/**
 * Confirms temporary access or ends it at once, with every session of the person (R34, P44), inside the caller's
 * transaction, which holds the rows. Whether this contact may, and whether there is still something to decide, is the
 * domain's rule.
 */
export const answerTemporaryAccess = async (
  context: BackendContext,
  tx: Queries,
  touched: Touched,
  { request, contact, confirmer }: AccessLink,
  answer: AccessAnswer,
): Promise<AccessOutcome> => {
  const at = context.now()
  const outcome = answer === 'confirm' ? confirmAccess(request, { contact, confirmer }, at) : denyAccess(request, contact, { kind: 'contact', contact: confirmer }, at)
  if (!outcome.ok) return outcome
  await storeAccess(tx, touched, outcome, at)
  if (answer === 'deny') await tellOfDenial(context, tx, outcome.request, outcome.contact)
  return outcome
}
