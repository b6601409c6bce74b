import type { IncomingCall } from '../../domain/intake/channelOfCall'
import type { VoiceSettings } from '../config/readVoiceSettings'

const digitsOf = (number: string): string => number.replaceAll(/\D/g, '')

/** Which line was called: the called number decides; one we do not know leaves it to the address the provider was given. */
export const lineOfCall = (to: string, addressed: IncomingCall['line'], { techLine, hotline }: Pick<VoiceSettings, 'techLine' | 'hotline'>): IncomingCall['line'] => {
  const called = digitsOf(to)
  const isOneOf = (numbers: readonly string[]): boolean => called !== '' && numbers.some((number) => digitsOf(number) === called)
  if (isOneOf(hotline)) return 'hotline'
  return isOneOf(techLine) ? 'techLine' : addressed
}
