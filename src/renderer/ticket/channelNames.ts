import type { Channel } from '../../domain/ticket/ticket'

/** How a ticket came in, in the desk's words (R9–R22). */
export const channelNames: Readonly<Record<Channel, string>> = {
  portal: 'Portal',
  email: 'E-mail',
  techLine: 'Tech line',
  hotline: 'Hotline',
  phone: 'Phone',
}
