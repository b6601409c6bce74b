import type { Engineer } from '../../domain/access/engineer'
import type { Instant } from '../../domain/calendar/time'
import type { Contact, Site } from '../../domain/customer/customer'
import { dutyAt } from '../../domain/onCall/dutyAt'
import type { Shift } from '../../domain/onCall/shift'
import type { Policy } from '../../domain/policy/policy'
import type { CommandContext } from '../../domain/ticket/ticketCommand'
import type { DemoCustomerRows } from './demoCustomerRows'
import { demoId } from './demoId'

/** What every story takes place in. Its look-ups throw, naming the key, when a story names somebody who is not told. */
export interface DemoScene {
  readonly now: Instant
  readonly policy: Policy
  readonly shifts: readonly Shift[]
  readonly engineers: ReadonlyMap<string, Engineer>
  readonly files: readonly DemoCustomerRows[]
  readonly file: (customer: string) => DemoCustomerRows
  readonly contact: (customer: string, key: string) => Contact
  /** The contact's site, else the main one. */
  readonly site: (file: DemoCustomerRows, contact: Contact | null) => Site
  /** An engineer by key; `onCall` is whoever had the pager at `at`. */
  readonly engineer: (key: string, at: Instant) => Engineer
  readonly engineerName: CommandContext['engineerName']
  readonly siteById: CommandContext['site']
}

const found = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`The demo world in resources/demo names ${what}, which is not told there`)
  return value
}

/** Sets the scene from its rows. */
export const demoScene = (given: {
  readonly now: Instant
  readonly policy: Policy
  readonly shifts: readonly Shift[]
  readonly files: readonly DemoCustomerRows[]
  readonly engineers: ReadonlyMap<string, Engineer>
}): DemoScene => {
  const { files, engineers, shifts } = given
  const file = (customer: string) => found(files.find((one) => one.customer.id === demoId('customer', customer)), `the customer ${customer}`)
  const byId = new Map([...engineers.values()].map((engineer) => [engineer.id, engineer]))
  const onCall = (at: Instant): Engineer | undefined => {
    const duty = dutyAt(shifts, [...engineers.values()], at)
    return duty.reachable ? byId.get(duty.engineer.id) : undefined
  }
  return {
    ...given,
    file,
    contact: (customer, key) => found(file(customer).contacts.find((one) => one.id === demoId('contact', customer, key)), `the contact ${customer}/${key}`),
    site: (of, contact) =>
      found(of.sites.find(({ id }) => id === contact?.siteId) ?? of.sites.find(({ main }) => main), `a main site of ${of.customer.name}`),
    engineer: (key, at) => (key === 'onCall' ? found(onCall(at), 'the engineer on call') : found(engineers.get(key), `the engineer ${key}`)),
    engineerName: (id) => byId.get(id)?.name ?? null,
    siteById: (id) => {
      const of = files.find((one) => one.sites.some((site) => site.id === id))
      const site = of?.sites.find((one) => one.id === id)
      return of && site ? { customerId: of.customer.id, customerName: of.customer.name, zone: site.zone } : null
    },
  }
}
