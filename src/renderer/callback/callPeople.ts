import type { Instant } from '../../domain/calendar/time'
import type { Contact } from '../../domain/customer/customer'
import { orderContacts } from '../../domain/customer/orderContacts'
import type { Ticket } from '../../domain/ticket/ticket'

/** Somebody one may call about a ticket. */
export interface CallPerson {
  readonly key: string
  readonly name: string
  readonly title: string
  readonly phone: string
  /** Null for a caller who is not among the contacts. */
  readonly contact: Contact | null
}

/** Whom to call, in order: who asked, then the contacts as `orderContacts` has them at `now` (R31, R38–R44). */
export function callPeople(ticket: Pick<Ticket, 'contactId' | 'requester'>, contacts: readonly Contact[], now: Instant): CallPerson[] {
  const asked = contacts.find((contact) => contact.id === ticket.contactId) ?? null
  const { name, phone } = ticket.requester
  const known = orderContacts(contacts, ticket.contactId, now).map(
    (contact): CallPerson => ({
      key: contact.id,
      name: contact.name,
      title: contact === asked ? `${contact.title}, asked for this` : contact.title,
      phone: contact === asked && phone !== null ? phone : contact.phone,
      contact,
    }),
  )
  if (asked !== null || (name === null && phone === null)) return known
  return [{ key: 'requester', name: name ?? phone ?? 'Caller', title: 'asked for this, not among the contacts', phone: phone ?? '', contact: null }, ...known]
}
