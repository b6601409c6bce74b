import { findPhoneNumbersInText } from 'libphonenumber-js/min'

/** What a telephone system's mail says; all of it was put there by the system's own template. */
export interface VoicemailWords {
  readonly subject: string
  /** The name beside its address: some systems put the number there. */
  readonly fromName: string
  readonly text: string
}

/** In characters: the number stands near the beginning, and the search takes its time on a long text. */
const longestText = 4_000

const callerLine = /^\s*(?:from|caller(?:\s*id)?|call(?:ing|er)?\s*(?:number|party)|number|phone(?:\s*number)?)\s*[:=]/i
const wordFrom = /\bfrom\W*$/i

/** The number of the caller in a text: the only one that is not ours, or the one after the word “from”. In E.164; null = none, or several. */
const callerIn = (text: string, ours: readonly string[]): string | null => {
  const found = findPhoneNumbersInText(text, { defaultCountry: 'US' })
    .map(({ number, startsAt }) => ({ number: number.number as string, startsAt }))
    .filter(({ number }) => !ours.includes(number))
  const [first, ...others] = new Set(found.map(({ number }) => number))
  if (first === undefined || others.length === 0) return first ?? null
  return found.find(({ startsAt }) => wordFrom.test(text.slice(0, startsAt)))?.number ?? null
}

/**
 * The calling number out of a voicemail's mail (R16), in E.164 with numbers without a country taken as American; null
 * when none can be read or several stand there, so that no guess is made.
 * @param ownNumbers the firm's numbers, which such mails name as the number called
 */
export const readCallingNumber = ({ subject, fromName, text }: VoicemailWords, ownNumbers: readonly string[]): string | null => {
  const ours = ownNumbers.flatMap((number) => findPhoneNumbersInText(number, { defaultCountry: 'US' }).map(({ number: { number: e164 } }) => e164 as string))
  const body = text.slice(0, longestText)
  const labelled = body.split('\n').find((line) => callerLine.test(line)) ?? ''
  for (const words of [subject, fromName, labelled, body]) {
    const caller = callerIn(words, ours)
    if (caller !== null) return caller
  }
  return null
}
