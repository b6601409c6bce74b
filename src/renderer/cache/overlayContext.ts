import type { Engineer } from '../../domain/access/engineer'
import type { Customer, Site } from '../../domain/customer/customer'
import type { OverlayContext } from './overlay'

/** What rules ask about names and sites, answered from rows at hand. */
export const overlayContext = (
  me: Engineer,
  engineers: ReadonlyMap<string, Engineer>,
  sites: ReadonlyMap<string, Site>,
  customers: ReadonlyMap<string, Customer>,
): OverlayContext => ({
  actor: { kind: 'engineer', id: me.id, name: me.name },
  engineerName: (id) => engineers.get(id)?.name ?? null,
  site: (id) => {
    const site = sites.get(id)
    return site === undefined ? null : { customerId: site.customerId, customerName: customers.get(site.customerId)?.name ?? '', zone: site.zone }
  },
})
