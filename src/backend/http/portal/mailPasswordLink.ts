import { eq } from 'drizzle-orm'
import { queuePasswordLink } from '../../accounts/queuePasswordLink'
import type { BackendContext } from '../../context'
import { contact } from '../../db/schema'

/**
 * Mails a link for a new password to the address on file, if it belongs to somebody who may sign in (R35). Answers
 * whether it did; whoever asked is never told.
 */
export const mailPasswordLink = async (context: BackendContext, email: string): Promise<boolean> => {
  const { value: mailed } = await context.database.write(async (tx, touched) => {
    const [person] = await tx.select().from(contact).where(eq(contact.email, email)).for('update')
    return person !== undefined && (await queuePasswordLink(context, tx, touched, person, null)) === null
  })
  if (mailed) context.mail.wake()
  return mailed
}
