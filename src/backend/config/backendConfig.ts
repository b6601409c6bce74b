import type { VoicemailMail } from './readVoicemailMail'

/** What a backend was started with, after defaults. */
export interface BackendConfig {
  /** Address to bind; loopback unless told otherwise. */
  readonly host: string
  /** Folder of everything this backend keeps: database (when embedded), files, outbox. */
  readonly dataDir: string
  /** `postgres://…`; null = the embedded engine. */
  readonly databaseUrl: string | null
  /** `smtp://…` for outgoing mail; null = mail is kept in `<dataDir>/outbox`. */
  readonly smtpOut: string | null
  /** Where customers reach the portal, without a trailing slash. Never taken from a request's Host header. */
  readonly publicUrl: () => string
  /** The telephone system that mails what was said on the tech line; null or absent = none does. */
  readonly voicemailMail?: VoicemailMail | null
  /** Which lines a telephony provider tells of; absent = none. */
  readonly telephone?: { readonly techLine: boolean; readonly hotline: boolean }
}
