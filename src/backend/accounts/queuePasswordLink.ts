import { and, desc, eq, isNull, lt } from 'drizzle-orm'
import { passwordHelp } from '../../domain/access/passwordHelp'
import { addRealMinutes } from '../../domain/calendar/time'
import type { Contact } from '../../domain/customer/customer'
import type { BackendContext } from '../context'
import type { Queries, Touched } from '../db/database'
import { contact, passwordLink } from '../db/schema'
import { readPolicy } from '../intake/readPolicy'
import { queueNotice } from '../mail/outgoing/queueNotice'
import { hashToken, newSecretToken } from './secretToken'

/** How long a link works, in real minutes (security.md, Reset). */
export const linkMinutes = 30

/** Most links mailed to one person within an hour, so that nobody's mailbox is flooded (P45). */
const mostAnHour = 3

/**
 * Queues a mail with a link for a new password to the address on file, in the caller's transaction, which has locked the
 * contact (R35). Answers null, or why there is none, for engineers: a customer who asked is never told. A new link takes
 * the place of older ones; the token is in the mail and nowhere else.
 * @param sentBy name of the engineer who sends it; null when somebody asked for it in the portal
 */
export const queuePasswordLink = async (context: BackendContext, tx: Queries, touched: Touched, person: Contact, sentBy: string | null): Promise<string | null> => {
  const now = context.now()
  const { officeZone, firmName } = (await readPolicy(tx)).values
  const help = passwordHelp(person, person.signIn, now, officeZone)
  if (!help.maySendLink) return help.sentence
  await tx.delete(passwordLink).where(and(eq(passwordLink.contactId, person.id), lt(passwordLink.createdAt, addRealMinutes(now, -60))))
  const links = await tx.select({ createdAt: passwordLink.createdAt }).from(passwordLink).where(eq(passwordLink.contactId, person.id)).orderBy(desc(passwordLink.createdAt))
  if (links.length >= mostAnHour) {
    return `${mostAnHour} links were mailed to ${person.email} within the last hour, so no further one was sent. Ask ${person.name} to look for them, also among unwanted mail.`
  }

  const token = newSecretToken()
  const until = addRealMinutes(now, linkMinutes)
  await tx.update(passwordLink).set({ endedAt: now }).where(and(eq(passwordLink.contactId, person.id), isNull(passwordLink.endedAt)))
  await tx.insert(passwordLink).values({ tokenHash: hashToken(token), contactId: person.id, createdAt: now, expiresAt: until, endedAt: null })
  await tx.update(contact).set({ signIn: { ...person.signIn, linkSentAt: now, linkUntil: until } }).where(eq(contact.id, person.id))
  touched.put('contact', person.id)
  await queueNotice(context, tx, {
    to: person.email,
    subject: `A new password for ${firmName} support`,
    paragraphs: [
      `Hello ${person.name},`,
      sentBy === null
        ? 'somebody, probably you, asked for a new password for our support portal. Choose it here:'
        : `${sentBy} of our HelpDesk sends you this link to choose a password for our support portal:`,
      `${context.config.publicUrl()}/new-password?token=${token}`,
      `The link works once, for ${linkMinutes} minutes. If it was not you, you need not do anything: your password stays as it is.`,
    ],
    secret: true,
  })
  return null
}
