import type { Contact } from '../../domain/customer/customer'
import type { Ticket } from '../../domain/ticket/ticket'

/** Who a reply goes to: the requester's own address, else the contact's; null when neither is known. */
export function replyRecipient(ticket: Pick<Ticket, 'requester'>, contact: Pick<Contact, 'name' | 'email'> | null): { name: string; email: string } | null {
  const email = ticket.requester.email ?? contact?.email ?? ''
  return email === '' ? null : { name: ticket.requester.name ?? contact?.name ?? email, email }
}
