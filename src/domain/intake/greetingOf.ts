import type { PolicyValues } from '../policy/policy'
import type { IncomingCall } from './channelOfCall'

/** Who can answer at this moment: `staffed` = somebody sits at the desk, so that no engineer on call is woken (R22, R80). */
export interface GreetingHour {
  readonly staffed: boolean
}

/**
 * What a caller hears before leaving a voicemail. The tech line's (R15–R17, R74) names the hotline's rule without its
 * number, which is for 24×7 customers only (R19). The hotline's asks for four things (R20) and says who is told: the
 * engineers at the desk in service hours (R22), else the engineer on call (R21).
 */
export const greetingOf = (line: IncomingCall['line'], { firmName }: Pick<PolicyValues, 'firmName'>, { staffed }: GreetingHour): string => {
  switch (line) {
    case 'techLine':
      return [
        `You have reached the technical line of ${firmName}. ${staffed ? 'All our engineers are helping other customers.' : 'The HelpDesk is closed at this hour.'}`,
        'Please leave your name, your company, your number and what has happened. We see only the number you call from and cannot see how critical it is before we have listened, so the support portal is faster.',
        'This line wakes nobody. If you have a 24×7 contract and production has stopped outside HelpDesk hours, please call the hotline number you were given, or submit a request with priority Urgent in the portal.',
      ].join(' ')
    case 'hotline':
      return [
        `You have reached the 24×7 hotline of ${firmName}.`,
        'Please leave your company name, your name, the number to call you back, and what has stopped in production.',
        staffed ? 'Our engineers are told at once, and one of them will call you back promptly.' : 'The engineer on call is told at once and will call you back promptly.',
      ].join(' ')
    default:
      return line satisfies never
  }
}
