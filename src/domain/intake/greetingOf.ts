import type { PolicyValues } from '../policy/policy'
import type { IncomingCall } from './channelOfCall'

/**
 * What a caller hears before leaving a voicemail. The tech line's (R15–R17, R74) names the hotline's rule without its
 * number, which is for 24×7 customers only (R19). The hotline's asks for four things (R20) and says that the engineer
 * on call is reached (R21).
 */
export const greetingOf = (line: IncomingCall['line'], { firmName }: Pick<PolicyValues, 'firmName'>): string => {
  switch (line) {
    case 'techLine':
      return [
        `You have reached the technical line of ${firmName}. Our engineers are helping other customers, or the HelpDesk is closed.`,
        'Please leave your name, your company, your number and what has happened. We see only the number you call from and cannot see how critical it is before we have listened, so the support portal is faster.',
        'This line wakes nobody. If you have a 24×7 contract and production has stopped outside HelpDesk hours, please call the hotline number you were given, or submit a request with priority Urgent in the portal.',
      ].join(' ')
    case 'hotline':
      return [
        `You have reached the 24×7 hotline of ${firmName}.`,
        'Please leave your company name, your name, the number to call you back, and what has stopped in production.',
        'The engineer on call is told at once and will call you back promptly.',
      ].join(' ')
    default:
      return line satisfies never
  }
}
