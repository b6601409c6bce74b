import { sql } from 'drizzle-orm'
import type { Queries } from '../db/database'
import { contact, customer } from '../db/schema'

/** Whose number it is: the account, and the person when the number is theirs alone. */
export interface HotlineCaller {
  readonly customerId: string
  readonly siteId: string | null
  readonly contactId: string | null
}

/** Digits that tell numbers apart with and without a country code. */
const tellingDigits = 10

/**
 * The account a hotline caller's number stands for, so that its contract is known before the page; null when no account
 * or several have it, and then the page goes out unverified (R23). The tech line matches nobody by itself (R16).
 */
export const findHotlineCaller = async (tx: Queries, numbers: readonly (string | null)[]): Promise<HotlineCaller | null> => {
  for (const number of numbers) {
    const digits = (number ?? '').replaceAll(/\D/g, '').slice(-tellingDigits)
    if (digits.length < tellingDigits) continue
    const people = await tx
      .select({ id: contact.id, customerId: contact.customerId, siteId: contact.siteId })
      .from(contact)
      .where(sql`right(regexp_replace(${contact.phone}, '\\D', '', 'g'), ${tellingDigits}) = ${digits}`)
    const firms = await tx
      .select({ id: customer.id })
      .from(customer)
      .where(sql`right(regexp_replace(${customer.phone}, '\\D', '', 'g'), ${tellingDigits}) = ${digits}`)
    const [account, ...others] = new Set([...people.map(({ customerId }) => customerId), ...firms.map(({ id }) => id)])
    if (account === undefined || others.length > 0) continue
    const [person] = people
    return { customerId: account, siteId: person?.siteId ?? null, contactId: people.length === 1 ? (person?.id ?? null) : null }
  }
  return null
}
