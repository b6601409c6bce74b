import type { AccessRequest } from '../../domain/access/accessRequest'
import { serviceCalendar } from '../../domain/calendar/serviceCalendar'
import type { Instant } from '../../domain/calendar/time'
import type { Policy } from '../../domain/policy/policy'
import type { DemoCustomerRows } from './demoCustomerRows'
import { demoId } from './demoId'
import { demoMoment } from './demoMoment'
import type { DemoWorld } from './demoWorldShape'

/** The told requests for access at `now`, open all of them. Times are counted in the customer's service hours, or the office's. */
export const demoAccessRows = (world: DemoWorld, customers: readonly DemoCustomerRows[], policy: Policy, now: Instant): readonly AccessRequest[] =>
  world.accessRequests.map(({ customer: customerKey, contact: contactKey, kind, received, name, phone, email, text }, index) => {
    const customerId = customerKey === null ? null : demoId('customer', customerKey)
    const file = customers.find(({ customer }) => customer.id === customerId)
    const asker = customerKey === null || contactKey === null ? undefined : file?.contacts.find(({ id }) => id === demoId('contact', customerKey, contactKey))
    const zone = file?.sites.find(({ main }) => main)?.zone ?? policy.values.officeZone
    return {
      id: demoId('accessRequest', String(index)),
      rev: 0,
      customerId,
      kind,
      name,
      phone,
      email,
      requestedBy: { email: asker?.email ?? email, contactId: asker?.id ?? null },
      requestedAt: demoMoment(received, serviceCalendar(policy, zone), now),
      text,
      state: 'open',
      contactId: null,
      decision: null,
    }
  })
