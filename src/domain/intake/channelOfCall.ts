import type { Channel } from '../ticket/ticket'

/** A call on one of the two lines. `answered`: an engineer took it; else it went to voicemail, as when all are busy (R15). */
export interface IncomingCall {
  readonly line: 'techLine' | 'hotline'
  readonly answered: boolean
}

/** By which channel a call becomes a ticket: an answered tech-line call is logged by the engineer (R18), a voicemail is the line's own. */
export const channelOfCall = ({ line, answered }: IncomingCall): Channel => (line === 'techLine' && answered ? 'phone' : line)
