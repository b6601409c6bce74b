import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Contact } from '../../../domain/customer/customer'
import { hashPassword } from '../../accounts/hashPassword'
import { hashToken } from '../../accounts/secretToken'
import type { BackendContext } from '../../context'
import { contact, password, passwordLink, portalSession } from '../../db/schema'
import { readPolicy } from '../../intake/readPolicy'
import { queueNotice } from '../../mail/outgoing/queueNotice'

/**
 * Sets the password of the person whose link this is, once: the link and all others of theirs end, and so does every
 * session, also a thief's (R35, P46). A mail tells them. Answers false when somebody was faster with the same link.
 */
export const setNewPassword = async (context: BackendContext, person: Pick<Contact, 'id' | 'name' | 'email'>, token: string, chosen: string): Promise<boolean> => {
  const hash = await hashPassword(chosen)
  const { value: set } = await context.database.write(async (tx, touched) => {
    const now = context.now()
    const used = await tx
      .update(passwordLink)
      .set({ endedAt: now })
      .where(and(eq(passwordLink.tokenHash, hashToken(token)), isNull(passwordLink.endedAt), gt(passwordLink.expiresAt, now)))
      .returning({ contactId: passwordLink.contactId })
    if (used.length === 0) return false
    await tx.update(passwordLink).set({ endedAt: now }).where(and(eq(passwordLink.contactId, person.id), isNull(passwordLink.endedAt)))
    await tx
      .insert(password)
      .values({ personId: person.id, hash, changedAt: now })
      .onConflictDoUpdate({ target: password.personId, set: { hash, changedAt: now } })
    await tx.update(contact).set({ signIn: { passwordSetAt: now, linkSentAt: null, linkUntil: null } }).where(eq(contact.id, person.id))
    touched.put('contact', person.id)
    await tx.update(portalSession).set({ endedAt: now }).where(and(eq(portalSession.contactId, person.id), isNull(portalSession.endedAt)))
    const { firmName, supportQuestions } = (await readPolicy(tx)).values
    await queueNotice(context, tx, {
      to: person.email,
      subject: `Your password for ${firmName} support was changed`,
      paragraphs: [
        `Hello ${person.name},`,
        'your password for our support portal was just changed, and you are signed out everywhere.',
        `If it was not you, please tell us at once: ${supportQuestions.email}.`,
      ],
      secret: false,
    })
    return true
  })
  if (set) context.mail.wake()
  return set
}
