import type { Engineer } from '../../domain/access/engineer'
import type { ZoneId } from '../../domain/calendar/time'
import type { Contact, Customer, Site } from '../../domain/customer/customer'
import type { OverlayContext } from './overlay'

/** The rows at hand, by id. Contacts may be those only that pending intents name. */
export interface OverlayRows {
  readonly engineers: ReadonlyMap<string, Engineer>
  readonly sites: ReadonlyMap<string, Site>
  readonly customers: ReadonlyMap<string, Customer>
  readonly contacts: ReadonlyMap<string, Contact>
  /** The office's zone, or the engineer's own before the first sync. */
  readonly officeZone: ZoneId
}

/** What rules ask about names and sites, answered from rows at hand. */
export const overlayContext = (me: Engineer, { engineers, sites, customers, contacts, officeZone }: OverlayRows): OverlayContext => ({
  actor: { kind: 'engineer', id: me.id, name: me.name },
  engineerName: (id) => engineers.get(id)?.name ?? null,
  site: (id) => {
    const site = sites.get(id)
    return site === undefined ? null : { customerId: site.customerId, customerName: customers.get(site.customerId)?.name ?? '', zone: site.zone }
  },
  contact: (id) => contacts.get(id) ?? null,
  officeZone,
})
