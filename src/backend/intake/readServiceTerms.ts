import { eq } from 'drizzle-orm'
import type { Instant } from '../../domain/calendar/time'
import { contractStatus } from '../../domain/entitlement/contractStatus'
import { serviceFor } from '../../domain/entitlement/serviceFor'
import type { ServiceTerms } from '../../domain/entitlement/serviceFor'
import type { Policy } from '../../domain/policy/policy'
import type { Queries } from '../db/database'
import { contract, customer } from '../db/schema'

/** How a customer's requests are taken at `now` (R77, R78, R99); null while the account is not known. */
export const readServiceTerms = async (queries: Queries, customerId: string | null, policy: Policy, now: Instant): Promise<ServiceTerms | null> => {
  if (customerId === null) return null
  const [found] = await queries.select({ accountManager: customer.accountManager }).from(customer).where(eq(customer.id, customerId))
  if (!found) return null
  const contracts = await queries.select().from(contract).where(eq(contract.customerId, customerId))
  return serviceFor(contractStatus(contracts, now, policy.values.officeZone, policy.values.contractGraceDays), found)
}
