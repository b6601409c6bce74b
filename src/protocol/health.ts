import { z } from 'zod'
import { instantShape } from './shapes'

/** `GET /api/health`: tells a desk that it found a backend, which one, and whether they can talk. */
export const healthShape = z.object({
  product: z.literal('engineer-console'),
  protocol: z.int(),
  epoch: z.uuid(),
  database: z.enum(['embedded', 'server']),
  /** By which ways voicemails reach it: told by a telephony provider for each line, or mailed by a telephone system. Absent when by none. */
  telephone: z.object({ techLine: z.boolean(), hotline: z.boolean(), mailed: z.boolean() }).optional(),
  /**
   * The polled mailbox; absent when none is configured. `since` is when it came to be so; `reason` says why it is away, and
   * is empty otherwise. What the mail server said is in the log.
   */
  mailbox: z.object({ state: z.enum(['starting', 'ok', 'away']), since: instantShape, reason: z.string() }).optional(),
  /** Whether files can be stored and fetched, and since when. */
  storage: z.object({ state: z.enum(['ok', 'away']), since: instantShape }).optional(),
})
export type Health = z.infer<typeof healthShape>
