import { StartFailure } from './startFailure'

/** A telephone system that mails the recordings of the tech line's voicemails. */
export interface VoicemailMail {
  /** The mailbox it writes to, in lower case; nothing else is written there. */
  readonly address: string
  /** Whom its mails are from, in lower case: addresses, or `@domain` for every address of a domain. */
  readonly senders: readonly string[]
}

const address = /^[^\s@<>,]+@[^\s@<>,]+$/
const addressOrDomain = /^[^\s@<>,]*@[^\s@<>,]+$/

/**
 * Reads from the environment which telephone system mails voicemails. Null = none does. Throws a `StartFailure` when
 * something of it is missing or wrong.
 */
export const readVoicemailMail = (environment: Readonly<Record<string, string | undefined>>): VoicemailMail | null => {
  const [to, from] = ['VOICEMAIL_ADDRESS', 'VOICEMAIL_SENDERS'].map((name) => (environment[name] ?? '').trim().toLowerCase())
  if (!to && !from) return null
  if (!to || !from) throw new StartFailure('Voicemails by mail need VOICEMAIL_ADDRESS and VOICEMAIL_SENDERS: the mailbox the telephone system writes to, and whom its mails are from.')
  if (!address.test(to)) throw new StartFailure(`VOICEMAIL_ADDRESS must be one mail address, not “${to}”.`)
  const senders = from.split(',').map((sender) => sender.trim()).filter((sender) => sender !== '')
  const wrong = senders.find((sender) => !addressOrDomain.test(sender))
  if (wrong !== undefined) throw new StartFailure(`VOICEMAIL_SENDERS must be mail addresses, or @domain for all of a domain, with commas between, not “${wrong}”.`)
  return { address: to, senders }
}
