import { z } from 'zod'

/** A caller must never be turned away because a field is long: what is too long is cut. */
const upTo = (characters: number) =>
  z.string().optional().transform((text = '') => text.trim().slice(0, characters))

/**
 * What the telephony provider tells of a voicemail, in the provider's own names. Only `CallSid` is needed, and the same
 * one is the same call (P30). Times and sizes are the provider's claims and decide nothing but `Timestamp`.
 */
export const voiceHookShape = z.object({
  CallSid: z.string().regex(/^[\w-]{8,64}$/, 'must be the call’s id'),
  /** The calling number, or a word such as `anonymous`. */
  From: upTo(100),
  /** The number that was called; it decides the line. */
  To: upTo(100),
  /** Where the recording is; without it a recording may be posted as the file of a multipart form. */
  RecordingUrl: upTo(2_000),
  /** `completed`; with `absent` or `failed` there is no recording, whatever `RecordingUrl` says. */
  RecordingStatus: upTo(20),
  /** SHA-256 in hex of a posted recording, so that the signature covers the file too. */
  RecordingSha256: upTo(64),
  /** When the provider sent this: ISO 8601 or RFC 2822. */
  Timestamp: upTo(64),
  TranscriptionText: upTo(20_000),
  /** The four things a hotline caller is asked for (R20), when the provider's menu asked for each. */
  Company: upTo(200),
  Contact: upTo(200),
  CallbackNumber: upTo(60),
  Issue: upTo(20_000),
})
export type VoiceHook = z.infer<typeof voiceHookShape>
