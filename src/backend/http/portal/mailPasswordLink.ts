import { and, desc, eq, isNull, lt } from 'drizzle-orm'
import { passwordHelp } from '../../../domain/access/passwordHelp'
import { addRealMinutes } from '../../../domain/calendar/time'
import { hashToken, newSecretToken } from '../../accounts/secretToken'
import type { BackendContext } from '../../context'
import { contact, password, passwordLink } from '../../db/schema'
import { readPolicy } from '../../intake/readPolicy'
import { queueNotice } from '../../mail/outgoing/queueNotice'

/** How long a link works, in real minutes (security.md, Reset). */
export const linkMinutes = 30

/** Most links mailed to one person within an hour, so that nobody's mailbox is flooded (P45). */
const mostAnHour = 3

/**
 * Mails a link for a new password to the address on file, if it belongs to somebody who may sign in (R35). Answers
 * whether it did; whoever asked is never told. A new link takes the place of older ones.
 */
export const mailPasswordLink = async (context: BackendContext, email: string): Promise<boolean> => {
  const { value: mailed } = await context.database.write(async (tx) => {
    const [person] = await tx.select().from(contact).where(eq(contact.email, email)).for('update')
    if (!person) return false
    const now = context.now()
    const [known] = await tx.select({ changedAt: password.changedAt }).from(password).where(eq(password.personId, person.id))
    await tx.delete(passwordLink).where(and(eq(passwordLink.contactId, person.id), lt(passwordLink.createdAt, addRealMinutes(now, -60))))
    const links = await tx.select().from(passwordLink).where(eq(passwordLink.contactId, person.id)).orderBy(desc(passwordLink.createdAt))
    const open = links.find(({ endedAt }) => endedAt === null)
    const { officeZone, firmName } = (await readPolicy(tx)).values
    const facts = { passwordSetAt: known?.changedAt ?? null, linkSentAt: open?.createdAt ?? null, linkUntil: open?.expiresAt ?? null }
    if (!passwordHelp(person, facts, now, officeZone).maySendLink || links.length >= mostAnHour) return false

    const token = newSecretToken()
    await tx.update(passwordLink).set({ endedAt: now }).where(and(eq(passwordLink.contactId, person.id), isNull(passwordLink.endedAt)))
    await tx.insert(passwordLink).values({ tokenHash: hashToken(token), contactId: person.id, createdAt: now, expiresAt: addRealMinutes(now, linkMinutes), endedAt: null })
    await queueNotice(context, tx, {
      to: person.email,
      subject: `A new password for ${firmName} support`,
      paragraphs: [
        `Hello ${person.name},`,
        `somebody, probably you, asked for a new password for our support portal. Choose it here:`,
        `${context.config.publicUrl()}/new-password?token=${token}`,
        `The link works once, for ${linkMinutes} minutes. If it was not you, you need not do anything: your password stays as it is.`,
      ],
      secret: true,
    })
    return true
  })
  if (mailed) context.mail.wake()
  return mailed
}
