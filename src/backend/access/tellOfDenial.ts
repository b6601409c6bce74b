import type { AccessRequest } from '../../domain/access/accessRequest'
import type { Contact } from '../../domain/customer/customer'
import type { BackendContext } from '../context'
import type { Queries } from '../db/database'
import { queueAccessMail } from './queueAccessMail'

/** Tells who asked that access was not given, and the person whose temporary access has ended; with the reason. */
export const tellOfDenial = async (context: BackendContext, tx: Queries, request: AccessRequest, contact: Contact | null): Promise<void> => {
  const to = contact?.email ?? request.requestedBy.email
  if (to === '') return
  const reason = request.decision?.reason ?? ''
  await queueAccessMail(context, tx, {
    to,
    subject: 'Your request for access',
    lines: [
      contact === null
        ? `We could not set up the access to the support portal that was asked for${request.name === null ? '' : ` for ${request.name}`}.`
        : 'Your temporary access to the support portal has ended.',
      '',
      `Reason: ${reason}`,
      '',
      'The primary RightFax contact of your company can ask us to add you.',
    ],
    answers: null,
  })
}
