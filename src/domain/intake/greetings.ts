import type { PolicyValues } from '../policy/policy'

/**
 * What a caller of the tech line hears when nobody is free (R15–R17, R74). It names the hotline's rule without its
 * number, which is for 24×7 customers only (R19).
 */
export const techLineGreeting = ({ firmName }: Pick<PolicyValues, 'firmName'>): string =>
  [
    `You have reached the technical line of ${firmName}. Our engineers are helping other customers, or the HelpDesk is closed.`,
    'Please leave your name, your company, your number and what has happened. We see only the number you call from and cannot see how critical it is before we have listened, so the support portal is faster.',
    'This line wakes nobody. If you have a 24×7 contract and production has stopped outside HelpDesk hours, please call the hotline number you were given, or submit a request with priority Urgent in the portal.',
  ].join(' ')

/** What a caller of the hotline hears: the four things to leave (R20), and that the engineer on call is reached (R21). */
export const hotlineGreeting = ({ firmName }: Pick<PolicyValues, 'firmName'>): string =>
  [
    `You have reached the 24×7 hotline of ${firmName}.`,
    'Please leave your company name, your name, the number to call you back, and what has stopped in production.',
    'The engineer on call is told at once and will call you back promptly.',
  ].join(' ')
