import type { Channel, Priority } from '../ticket/ticket'
import { channelRules } from './channelRules'

/**
 * The priority a ticket begins with: what was chosen where the channel lets somebody choose (R11 the customer in the
 * portal, R18 the engineer on the phone), else the channel's own (R12, R16, R22), whatever a sender claims.
 */
export const initialPriority = (channel: Channel, chosen: Priority | null): Priority => {
  const { initial, setBy } = channelRules[channel].priority
  return setBy === 'nobody' ? initial : (chosen ?? initial)
}
