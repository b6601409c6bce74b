import type { AccessRequest } from '../../../domain/access/accessRequest'
import { accessExpectation } from '../../../domain/access/accessExpectation'
import { customerStanding } from '../../../domain/access/customerStanding'
import type { CustomerStanding } from '../../../domain/access/customerStanding'
import { temporaryAccessState } from '../../../domain/access/temporaryAccessState'
import { sayMoment } from '../../../domain/calendar/sayTime'
import type { Instant, ZoneId } from '../../../domain/calendar/time'
import type { Contact } from '../../../domain/customer/customer'
import type { Policy } from '../../../domain/policy/policy'
import type { AskedLine, PersonLine } from '../../../portal/people/PeoplePage'
import type { RequestStatus } from '../../../portal/requests/requestStatus'

/** What the list is told with. Times are said in the account's own zone. */
export interface PeopleReading {
  readonly reader: Contact
  readonly policy: Policy
  readonly zone: ZoneId
  readonly now: Instant
}

const listed = ['primary', 'authorized', 'temporary', 'suspended'] as const satisfies readonly CustomerStanding[]

const words: Readonly<Record<(typeof listed)[number], RequestStatus>> = {
  primary: { label: 'Primary contact', tone: 'open' },
  authorized: { label: 'Authorized', tone: 'open' },
  temporary: { label: 'Temporary', tone: 'yours' },
  suspended: { label: 'Suspended', tone: 'done' },
}

/** The people with access, and those whose temporary access ended unconfirmed: primary contacts first, then by name. */
export const presentPeople = (contacts: readonly Contact[], { reader, zone, now }: PeopleReading): readonly PersonLine[] =>
  listed.flatMap((standing) =>
    contacts
      .filter((contact) => customerStanding(contact, now) === standing)
      .toSorted((a, b) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1))
      .map((contact) => ({
        id: contact.id,
        name: contact.name,
        title: contact.title,
        email: contact.email,
        phone: contact.phone,
        standing: words[standing],
        sentence: temporaryAccessState(contact, now, zone)?.sentence ?? null,
        isReader: contact.id === reader.id,
        decidable: contact.access === 'temporary' && reader.access === 'primary',
      })),
  )

/** A request for access as the account's people see it, `asker` being who asked, where that is one of them. */
export const presentAsked = (request: AccessRequest, asker: Contact | null, { policy, zone, now }: PeopleReading): AskedLine => ({
  id: request.id,
  name: request.name ?? request.email ?? 'Name not given',
  email: request.name === null ? '' : (request.email ?? ''),
  phone: request.phone ?? '',
  standing: request.state === 'open' ? { label: 'With an engineer', tone: 'open' } : { label: 'Denied', tone: 'done' },
  sentence: request.state === 'open' ? accessExpectation(request, zone, policy, now) : (request.decision?.reason ?? ''),
  asked: `Asked ${sayMoment(request.requestedAt, zone, now)} by ${asker?.name ?? request.requestedBy.email}`,
})
