import type { AccessOutcome } from '../../domain/access/accessOutcome'
import type { BackendContext } from '../context'
import { answerTemporaryAccess } from './answerTemporaryAccess'
import type { AccessAnswer } from './answerTemporaryAccess'
import { findAccessLink } from './findAccessLink'

/** The primary contact's answer to a mailed link (R34, P44); null when there is no such link. */
export const answerAccessLink = async (context: BackendContext, token: string, answer: AccessAnswer): Promise<AccessOutcome | null> => {
  const { value } = await context.database.write(async (tx, touched) => {
    const link = await findAccessLink(tx, token, { lock: true })
    return link === null ? null : answerTemporaryAccess(context, tx, touched, link, answer)
  })
  context.mail.wake()
  return value
}
