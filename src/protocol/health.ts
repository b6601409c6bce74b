import { z } from 'zod'
import { instantShape } from './shapes'

/** `GET /api/health`: tells a desk that it found a backend, which one, and whether they can talk. */
export const healthShape = z.object({
  product: z.literal('engineer-console'),
  protocol: z.int(),
  epoch: z.uuid(),
  database: z.enum(['embedded', 'server']),
  /** The polled mailbox; absent when none is configured. `since` is when it came to be so; why it is away is in the log. */
  mailbox: z.object({ state: z.enum(['starting', 'ok', 'away']), since: instantShape }).optional(),
  /** Whether files can be stored and fetched, and since when. */
  storage: z.object({ state: z.enum(['ok', 'away']), since: instantShape }).optional(),
})
export type Health = z.infer<typeof healthShape>
