import type { Channel, Ticket } from '../../domain/ticket/ticket'
import { customerChosePriority } from '../../domain/triage/customerChosePriority'
import { priorityNames } from './priorityNames'

const beginnings: Readonly<Record<Channel, (name: string) => string>> = {
  portal: (name) => `The customer set ${name}`,
  email: (name) => `Mail always begins as ${name}`,
  techLine: (name) => `A voicemail always begins as ${name}`,
  hotline: (name) => `The hotline always begins as ${name}`,
  phone: () => 'The caller set no priority',
}

/** Where the first of a ticket's two priorities comes from: the customer's choice, or the channel's own value (R12, R16, R18, R49). */
export const prioritySource = (ticket: Pick<Ticket, 'channel' | 'facts' | 'customerPriority'>): string => {
  const say = customerChosePriority(ticket) ? beginnings.portal : beginnings[ticket.channel]
  return say(priorityNames[ticket.customerPriority])
}
