import { realMinutesBetween } from '../calendar/time'
import type { Instant, RealMinutes } from '../calendar/time'
import type { Ticket } from '../ticket/ticket'
import { channelRules } from './channelRules'

/** What has to be done before a ticket can be judged at all, since when it waits for it, and how long that is. */
export interface FirstStep {
  readonly step: 'listen'
  readonly since: Instant
  readonly age: RealMinutes
  readonly sentence: string
}

/**
 * A voicemail cannot be previewed, so listening is a step of its own with its own age (R16, R17). Null once somebody
 * listened, when the ticket is finished, and for channels whose words can be read.
 */
export const firstStep = (ticket: Pick<Ticket, 'channel' | 'receivedAt' | 'state' | 'facts'>, now: Instant): FirstStep | null => {
  const { channel, receivedAt: since, state, facts } = ticket
  const { firstStep: step } = channelRules[channel]
  if (step === null || state === 'resolved' || state === 'closed' || facts.some(({ kind }) => kind === 'heard')) return null
  return { step, since, age: realMinutesBetween(since, now), sentence: 'Not yet heard: listen to the voicemail before judging how critical it is.' }
}
