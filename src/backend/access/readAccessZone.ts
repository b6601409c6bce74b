import { and, eq } from 'drizzle-orm'
import type { ZoneId } from '../../domain/calendar/time'
import type { Policy } from '../../domain/policy/policy'
import type { Queries } from '../db/database'
import { site } from '../db/schema'

/** The zone in which a customer's access is counted: the main site's, or the office's while no account is known (R25). */
export const readAccessZone = async (tx: Queries, customerId: string | null, policy: Policy): Promise<ZoneId> => {
  if (customerId === null) return policy.values.officeZone
  const [main] = await tx.select({ zone: site.zone }).from(site).where(and(eq(site.customerId, customerId), eq(site.main, true)))
  return main?.zone ?? policy.values.officeZone
}
