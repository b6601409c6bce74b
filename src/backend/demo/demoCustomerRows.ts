import type { Engineer } from '../../domain/access/engineer'
import { addRealMinutes } from '../../domain/calendar/time'
import type { Instant, ZoneId } from '../../domain/calendar/time'
import type { Contact, Contract, Customer, Integration, Server, ServerNote, Site } from '../../domain/customer/customer'
import { demoDate } from './demoDate'
import { demoId } from './demoId'
import type { DemoCustomer } from './demoWorldShape'

const day = 24 * 60

/** What a customer file is made of, ready to be inserted; `rev` is stamped at the commit. */
export interface DemoCustomerRows {
  readonly customer: Customer
  readonly sites: readonly Site[]
  readonly contracts: readonly Contract[]
  readonly contacts: readonly Contact[]
  readonly servers: readonly Server[]
  readonly integrations: readonly Integration[]
  readonly serverNotes: readonly ServerNote[]
}

/** The rows of one told customer at `now`. `engineers` are looked up by key for who verified a server. */
export const demoCustomerRows = (
  told: DemoCustomer,
  engineers: ReadonlyMap<string, Engineer>,
  now: Instant,
  officeZone: ZoneId,
): DemoCustomerRows => {
  const customerId = demoId('customer', told.key)
  const base = (what: string, key: string) => ({ id: demoId(what, told.key, key), rev: 0, customerId })
  const siteId = (key: string | null): string | null => (key === null ? null : demoId('site', told.key, key))
  const note = (about: ServerNote['about'], aboutId: string, text: string): ServerNote => ({ ...base('serverNote', aboutId), about, aboutId, text })
  const accountManager = [...engineers.values()].find((engineer) => engineer.role === 'accountManager')
  if (!accountManager) throw new Error('resources/demo/engineers.json has no account manager')
  return {
    customer: {
      id: customerId,
      rev: 0,
      name: told.name,
      accountNumber: told.accountNumber,
      phone: told.phone,
      accountManager: { name: accountManager.name, email: accountManager.email },
      maintenanceWindow: told.maintenanceWindow,
      quirks: told.quirks,
    },
    sites: told.sites.map(({ key, ...site }) => ({ ...base('site', key), ...site })),
    contracts: told.contracts.map((contract, index) => ({
      ...base('contract', String(index)),
      kind: contract.kind,
      startsOn: demoDate(contract.starts, now, officeZone),
      endsOn: demoDate(contract.ends, now, officeZone),
      graceUntil: contract.grace === null ? null : demoDate(contract.grace, now, officeZone),
    })),
    contacts: told.contacts.map(({ key, site, accessDays, ...contact }) => ({
      ...base('contact', key),
      ...contact,
      abilitiesSet: null,
      // As `insertDemo` gives a password to everybody who may sign in.
      signIn: { passwordSetAt: contact.access === 'none' ? null : now, linkSentAt: null, linkUntil: null },
      siteId: siteId(site),
      accessUntil: accessDays === null ? null : addRealMinutes(now, accessDays * day),
    })),
    servers: told.servers.map((server) => ({
      ...base('server', server.key),
      siteId: siteId(server.site),
      role: server.role,
      hostName: server.host,
      environment: server.environment,
      addresses: Object.entries(server.addresses).map(([label, ip]) => ({ label, ip })),
      operatingSystem: server.os,
      rightFaxVersion: server.version,
      verifiedAt: server.verifiedDaysAgo === null ? null : addRealMinutes(now, -server.verifiedDaysAgo * day),
      verifiedBy: server.verifiedBy === null ? null : (engineers.get(server.verifiedBy)?.name ?? null),
    })),
    integrations: told.integrations.map((integration, index) => ({
      ...base('integration', String(index)),
      serverId: integration.server === null ? null : demoId('server', told.key, integration.server),
      kind: integration.kind,
      name: integration.name,
      ip: integration.ip,
    })),
    serverNotes: [
      note('customer', customerId, told.remoteAccess),
      ...told.servers.map(({ key, notes }) => note('server', demoId('server', told.key, key), notes)),
      ...told.integrations.map(({ notes }, index) => note('integration', demoId('integration', told.key, String(index)), notes)),
    ].filter(({ text }) => text !== ''),
  }
}
