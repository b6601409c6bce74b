import { readImapCa } from './readImapCa'
import { readUrl } from './readUrl'
import { readVoicemailMail } from './readVoicemailMail'
import type { VoicemailMail } from './readVoicemailMail'
import { readVoiceSettings } from './readVoiceSettings'
import type { VoiceSettings } from './readVoiceSettings'

/** By which ways the desk's own backend is reached and writes to the world; null = not by this one. */
export interface EmbeddedSettings {
  readonly smtpOut: string | null
  readonly publicUrl: string | null
  readonly imapUrl: string | null
  readonly imapCa: string | null
  readonly voice: VoiceSettings | null
  readonly voicemailMail: VoicemailMail | null
}

const none: EmbeddedSettings = { smtpOut: null, publicUrl: null, imapUrl: null, imapCa: null, voice: null, voicemailMail: null }

/**
 * What the desk's own backend takes from the environment. A demo world takes nothing: invented customers must not be
 * written to, nor real calls and mails end among them. Throws a `StartFailure` that names what is wrong.
 */
export const embeddedSettings = (demo: boolean, environment: Readonly<Record<string, string | undefined>>): EmbeddedSettings =>
  demo
    ? none
    : {
        smtpOut: readUrl('The server for outgoing mail (SMTP_OUT)', environment['SMTP_OUT'], ['smtp:', 'smtps:']),
        publicUrl: readUrl('PUBLIC_URL', environment['PUBLIC_URL'], ['http:', 'https:']),
        imapUrl: readUrl('The mailbox (IMAP_URL)', environment['IMAP_URL'], ['imap:', 'imaps:']),
        imapCa: readImapCa(environment),
        voice: readVoiceSettings(environment),
        voicemailMail: readVoicemailMail(environment),
      }
