import { StartFailure } from './startFailure'

/** The account at the telephony provider and the firm's numbers there. */
export interface VoiceSettings {
  readonly account: string
  /** Signs the provider's requests and opens its recordings. */
  readonly token: string
  readonly techLine: readonly string[]
  readonly hotline: readonly string[]
  /** The only places recordings are fetched from, such as `https://api.twilio.com`. */
  readonly recordingOrigins: readonly string[]
}

type Environment = Readonly<Record<string, string | undefined>>

const listOf = (text: string | undefined): readonly string[] => (text ?? '').split(',').map((part) => part.trim()).filter((part) => part !== '')

const numbersOf = (environment: Environment, name: string): readonly string[] => {
  const numbers = listOf(environment[name])
  const wrong = numbers.find((number) => !/^\+?[\d\s().-]{5,30}$/.test(number))
  if (wrong !== undefined) throw new StartFailure(`${name} must be telephone numbers with commas between, not “${wrong}”.`)
  return numbers
}

const originOf = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new StartFailure(`VOICE_RECORDING_ORIGINS must be addresses such as https://api.twilio.com with commas between, not “${text}”.`)
  }
  return url.origin
}

/**
 * Reads the telephone lines from the environment, since a command line is seen by everybody on the machine. Null = no
 * lines. Throws a `StartFailure` when something of it is missing or wrong.
 */
export const readVoiceSettings = (environment: Environment): VoiceSettings | null => {
  const [account = '', token = ''] = [environment['VOICE_ACCOUNT'], environment['VOICE_TOKEN']]
  const techLine = numbersOf(environment, 'TECH_LINE_NUMBERS')
  const hotline = numbersOf(environment, 'HOTLINE_NUMBERS')
  if (account === '' && token === '' && techLine.length === 0 && hotline.length === 0) return null
  if (account === '' || token === '') throw new StartFailure('The telephone lines need VOICE_ACCOUNT and VOICE_TOKEN, the account and its secret at the telephony provider.')
  if (techLine.length === 0 && hotline.length === 0) throw new StartFailure('The telephone lines need TECH_LINE_NUMBERS or HOTLINE_NUMBERS: the numbers that customers call.')
  const origins = listOf(environment['VOICE_RECORDING_ORIGINS'])
  return { account, token, techLine, hotline, recordingOrigins: (origins.length === 0 ? ['https://api.twilio.com'] : origins).map(originOf) }
}
