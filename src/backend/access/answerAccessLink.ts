import type { AccessOutcome } from '../../domain/access/accessOutcome'
import { confirmAccess } from '../../domain/access/confirmAccess'
import { denyAccess } from '../../domain/access/denyAccess'
import type { BackendContext } from '../context'
import { findAccessLink } from './findAccessLink'
import { storeAccess } from './storeAccess'
import { tellOfDenial } from './tellOfDenial'

/** The primary contact's answer to a mailed link. */
export type AccessAnswer = 'confirm' | 'deny'

/**
 * Confirms temporary access or ends it at once, with every session of the person (R34, P44); null when there is no such
 * link. Whether this contact may, and whether there is still something to decide, is the domain's rule.
 */
export const answerAccessLink = async (context: BackendContext, token: string, answer: AccessAnswer): Promise<AccessOutcome | null> => {
  const { value } = await context.database.write(async (tx, touched) => {
    const link = await findAccessLink(tx, token, { lock: true })
    if (link === null) return null
    const { request, contact, confirmer } = link
    const at = context.now()
    const outcome = answer === 'confirm' ? confirmAccess(request, { contact, confirmer }, at) : denyAccess(request, contact, { kind: 'contact', contact: confirmer }, at)
    if (!outcome.ok) return outcome
    await storeAccess(tx, touched, outcome, at)
    if (answer === 'deny') await tellOfDenial(context, tx, outcome.request, outcome.contact)
    return outcome
  })
  context.mail.wake()
  return value
}
