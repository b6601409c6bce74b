import type { Channel } from '../ticket/ticket'
import { channelRules } from './channelRules'

/** Whether a channel takes requests at this moment. The portal always does (R9), and so do mail and voicemail; a call needs somebody to answer. */
export const isAccepting = (channel: Channel, staffed: boolean): boolean => staffed || channelRules[channel].accepts === 'anyHour'
