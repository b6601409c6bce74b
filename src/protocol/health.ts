import { z } from 'zod'

/** `GET /api/health`: tells a desk that it found a backend, which one, and whether they can talk. */
export const healthShape = z.object({
  product: z.literal('engineer-console'),
  protocol: z.int(),
  epoch: z.uuid(),
  database: z.enum(['embedded', 'server']),
})
export type Health = z.infer<typeof healthShape>
