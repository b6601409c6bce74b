import { eq } from 'drizzle-orm'
import { customerMayDo } from '../../../domain/access/customerMayDo'
import { checkPassword } from '../../accounts/hashPassword'
import type { BackendContext } from '../../context'
import { contact, password } from '../../db/schema'
import type { SignInLimiter } from '../../sessions/signInLimiter'
import { startPortalSession } from './portalSession'

export type PortalSignIn = { readonly ok: true; readonly token: string } | { readonly ok: false; readonly status: number; readonly sentence: string }

/**
 * Checks a customer's password and starts a session. Unknown address and wrong password get the same text after the
 * same work; only who knows the password learns that access has ended.
 */
export const signInToPortal = async (
  { database, now }: BackendContext,
  limiter: SignInLimiter,
  given: { readonly email: string; readonly password: string },
  address: string,
): Promise<PortalSignIn> => {
  const email = given.email.toLowerCase()
  const attempt = { email, address, knownDevice: null }
  const wait = limiter.wait(attempt, now())
  if (wait > 0) {
    return { ok: false, status: 429, sentence: `Too many wrong passwords for this address. Please wait ${Math.ceil(wait / 60)} min and try again.` }
  }
  const [account] = await database.queries
    .select({ contact, hash: password.hash })
    .from(contact)
    .leftJoin(password, eq(password.personId, contact.id))
    .where(eq(contact.email, email))
  if (!(await checkPassword(account?.hash ?? null, given.password)) || !account) {
    limiter.failed(attempt, now())
    return { ok: false, status: 401, sentence: 'This e-mail address and password do not belong together. Please check both and try again.' }
  }
  limiter.succeeded(attempt)
  const right = customerMayDo({ contact: account.contact, operation: 'signIn', about: null, now: now() })
  if (!right.allowed) return { ok: false, status: 403, sentence: right.sentence }
  const { value: token } = await database.write(async (tx) => startPortalSession(tx, account.contact.id, now()))
  return { ok: true, token }
}
