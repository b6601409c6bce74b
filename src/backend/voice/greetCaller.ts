import { deskStaffed } from '../../domain/afterHours/deskStaffed'
import type { Instant } from '../../domain/calendar/time'
import type { IncomingCall } from '../../domain/intake/channelOfCall'
import { greetingOf } from '../../domain/intake/greetingOf'
import type { Policy } from '../../domain/policy/policy'
import type { CallStep } from './callInstructions'
import { recordingLimits } from './recordingLimits'

/** Where the provider tells more of a call on one line. */
export interface CallAddresses {
  /** The message is recorded, or the caller hung up while it was. */
  readonly recorded: string
  /** The recording can be fetched, or there is none. */
  readonly complete: string
  /** The caller left no message. */
  readonly ended: string
}

/** What a caller hears and what is recorded (R15, R20): by whether somebody sits at the desk at `now`. */
export const greetCaller = (line: IncomingCall['line'], policy: Policy, now: Instant, addresses: CallAddresses): readonly CallStep[] => [
  { do: 'say', text: `${greetingOf(line, policy.values, { staffed: deskStaffed(policy, now) })} Please speak after the tone, and press the pound key or hang up when you have finished.` },
  { do: 'record', seconds: recordingLimits.seconds, recordedUrl: addresses.recorded, completeUrl: addresses.complete },
  { do: 'goOn', url: addresses.ended },
]

/** What a caller hears at the end. */
export const sayGoodbye = ({ recorded }: { readonly recorded: boolean }): readonly CallStep[] => [
  { do: 'say', text: recorded ? 'Thank you. Your message is with our engineers. Goodbye.' : 'We heard no message, but we have noted your call. Goodbye.' },
  { do: 'hangUp' },
]
