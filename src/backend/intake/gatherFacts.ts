import { and, eq, gt, lt } from 'drizzle-orm'
import type { Engineer } from '../../domain/access/engineer'
import { keptMinutes } from '../../domain/afterHours/keptFacts'
import type { StandbyWindow } from '../../domain/afterHours/standbyWindow'
import { addRealMinutes } from '../../domain/calendar/time'
import type { Instant, ZoneId } from '../../domain/calendar/time'
import type { Contact, Contract } from '../../domain/customer/customer'
import type { Shift } from '../../domain/onCall/shift'
import type { Policy } from '../../domain/policy/policy'
import type { Queries } from '../db/database'
import { contact, contract, engineer, shift, site } from '../db/schema'
import type { NewRequest } from './newRequest'
import { readPolicy } from './readPolicy'

/** Everything the rules want to know about a request. */
export interface IntakeFacts {
  readonly policy: Policy
  readonly contact: Contact | null
  readonly siteId: string | null
  /** The site's zone, or the office's while unidentified (R25, R29). */
  readonly zone: ZoneId
  /** Null while the account is unknown. */
  readonly contracts: readonly Contract[] | null
  /** The rota from a week before now to two weeks after it. */
  readonly shifts: readonly Shift[]
  readonly engineers: readonly Pick<Engineer, 'id' | 'role' | 'active'>[]
  /** Booked standby (R81). */
  readonly standby: readonly StandbyWindow[]
}

/** No channel books standby yet and no table keeps bookings, so no window can hold (R81). */
const noBookings: readonly StandbyWindow[] = []

const findContact = async (tx: Queries, id: string | null): Promise<Contact | null> => {
  if (id === null) return null
  const [found] = await tx.select().from(contact).where(eq(contact.id, id))
  return found ?? null
}

/** The site asked for, else the contact's, else the customer's main site. */
const chooseSite = async (tx: Queries, customerId: string | null, wanted: string | null) => {
  if (customerId === null) return null
  const sites = await tx.select().from(site).where(eq(site.customerId, customerId))
  return sites.find(({ id }) => id === wanted) ?? sites.find(({ main }) => main) ?? sites[0] ?? null
}

/** Collects the facts of a request; decides nothing. */
export const gatherFacts = async (
  tx: Queries,
  request: Pick<NewRequest, 'customerId' | 'siteId' | 'contactId'>,
  now: Instant,
): Promise<IntakeFacts> => {
  const policy = await readPolicy(tx)
  const person = await findContact(tx, request.contactId)
  const place = await chooseSite(tx, request.customerId, request.siteId ?? person?.siteId ?? null)
  return {
    policy,
    contact: person,
    siteId: place?.id ?? null,
    zone: place?.zone ?? policy.values.officeZone,
    contracts: request.customerId === null ? null : await tx.select().from(contract).where(eq(contract.customerId, request.customerId)),
    shifts: await tx
      .select()
      .from(shift)
      .where(and(gt(shift.endsAt, addRealMinutes(now, -keptMinutes.before)), lt(shift.startsAt, addRealMinutes(now, keptMinutes.after)))),
    engineers: await tx.select({ id: engineer.id, role: engineer.role, active: engineer.active }).from(engineer),
    standby: noBookings,
  }
}
