import { eq } from 'drizzle-orm'
import type { Contact } from '../../../domain/customer/customer'
import type { Queries } from '../../db/database'
import { contact } from '../../db/schema'

/** The contact with this address. From is a hint, never authority: it opens a ticket under a name, and nothing more. */
export const findSender = async (tx: Queries, address: string | null): Promise<Contact | null> => {
  if (address === null) return null
  const [found] = await tx.select().from(contact).where(eq(contact.email, address))
  return found ?? null
}
