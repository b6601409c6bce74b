import { channelRules } from '../intake/channelRules'
import type { Ticket } from '../ticket/ticket'

/**
 * Whether the customer's value is a choice of the customer: made with the request where the channel asks for one (R11), or
 * later in the portal (R70). What came by mail, voicemail or a logged call begins with the channel's value (R12, R16, R18).
 */
export const customerChosePriority = ({ channel, facts }: Pick<Ticket, 'channel' | 'facts'>): boolean =>
  channelRules[channel].priority.setBy === 'sender' || facts.filter((fact) => fact.kind === 'priority' && fact.by === 'customer').length > 1
