import type { Instant } from '../calendar/time'
import type { Channel } from '../ticket/ticket'
import { channelRules } from './channelRules'

/**
 * When a request counts as received: when it arrived, or for a call that an engineer answered, when the call began
 * (R18, R50). A call cannot have begun after it was logged: then the logging counts.
 * @param callStartedAt null when it is no call, or when nobody noted its beginning
 */
export const receiptAtChannel = (channel: Channel, arrivedAt: Instant, callStartedAt: Instant | null): Instant =>
  channelRules[channel].receivedAt === 'callStart' && callStartedAt !== null && callStartedAt < arrivedAt ? callStartedAt : arrivedAt
