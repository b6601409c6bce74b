import type { Transaction } from 'dexie'
import type { Contact } from '../../domain/customer/customer'

/** Contacts cached before they said how the person signs in (R35); the backend sends each of them again, with what it knows. */
export const fillContacts = async (upgrade: Transaction): Promise<void> => {
  const before = { abilitiesSet: null, signIn: { passwordSetAt: null, linkSentAt: null, linkUntil: null } } satisfies Partial<Contact>
  await upgrade.table('contact').toCollection().modify((row: Record<string, unknown>) => Object.assign(row, { ...before, ...row }))
}
