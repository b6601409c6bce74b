import type { Channel, Priority } from '../ticket/ticket'

/** What a channel may do and how its tickets begin. The page decision itself is in `afterHours/`. */
export interface ChannelRule {
  readonly name: string
  /** `anyHour`: also while nobody works (R9); `staffedHours`: somebody has to answer (R18). */
  readonly accepts: 'anyHour' | 'staffedHours'
  /** The priority a ticket begins with, unless `setBy` chooses another. */
  readonly priority: { readonly initial: Priority; readonly setBy: 'sender' | 'engineer' | 'nobody' }
  /** Whether it can wake somebody outside service hours: a customer's Urgent, every ticket, or nothing. */
  readonly pages: 'urgent' | 'every' | 'nothing'
  /** Whether its Urgent counts as production down and so goes before other Urgent ones (R22, R51). */
  readonly topOfQueue: boolean
  /** Whether the channel itself tells who asks, so that a person who may not ask is held (R31). Callers are whoever they say. */
  readonly knowsSender: boolean
  /** Whether words can be read before anybody does anything (R17). */
  readonly previewable: boolean
  /** What comes before all else: to listen to the voicemail, or nothing. */
  readonly firstStep: 'listen' | null
  /** What counts as receipt, and so orders equals and starts the clocks (R18, R50). */
  readonly receivedAt: 'arrival' | 'callStart'
}

/** The five channels (R9–R23). */
export const channelRules: Readonly<Record<Channel, ChannelRule>> = {
  // R9 around the clock, R11 Medium unless the customer chooses, R68 Urgent can page.
  portal: {
    name: 'Portal',
    accepts: 'anyHour',
    priority: { initial: 'medium', setBy: 'sender' },
    pages: 'urgent',
    topOfQueue: false,
    knowsSender: true,
    previewable: true,
    firstStep: null,
    receivedAt: 'arrival',
  },
  // R12 the sender sets no priority, R14 it never pages.
  email: {
    name: 'E-mail',
    accepts: 'anyHour',
    priority: { initial: 'medium', setBy: 'nobody' },
    pages: 'nothing',
    topOfQueue: false,
    knowsSender: true,
    previewable: true,
    firstStep: null,
    receivedAt: 'arrival',
  },
  // R16 a voicemail brings a number and no more, R17 so it is listened to first, R74 and wakes nobody.
  techLine: {
    name: 'Tech line',
    accepts: 'anyHour',
    priority: { initial: 'medium', setBy: 'nobody' },
    pages: 'nothing',
    topOfQueue: false,
    knowsSender: false,
    previewable: false,
    firstStep: 'listen',
    receivedAt: 'arrival',
  },
  // R21 reaches the engineer on call by itself; R22 in service hours it is an Urgent at the top of the queue.
  hotline: {
    name: 'Hotline',
    accepts: 'anyHour',
    priority: { initial: 'urgent', setBy: 'nobody' },
    pages: 'every',
    topOfQueue: true,
    knowsSender: false,
    previewable: false,
    firstStep: 'listen',
    receivedAt: 'arrival',
  },
  // R18 an engineer logs the call that he answered: somebody is on it, so nobody is paged.
  phone: {
    name: 'Phone',
    accepts: 'staffedHours',
    priority: { initial: 'medium', setBy: 'engineer' },
    pages: 'nothing',
    topOfQueue: false,
    knowsSender: false,
    previewable: true,
    firstStep: null,
    receivedAt: 'callStart',
  },
}
