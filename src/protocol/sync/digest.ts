import { z } from 'zod'
import { pullResponseShape } from './pull'

/** What a table amounts to: how many rows, and the sum of the hashes of which row in which revision (`rowSum.ts`). */
export const tableDigestShape = z.object({ count: z.int().min(0), sum: z.string().regex(/^[0-9a-f]{32}$/) })
export type TableDigest = z.infer<typeof tableDigestShape>

/**
 * `POST /api/sync/digest`, asked like a pull and answered by a page of one: `digests` are of the same consistent read and
 * of exactly what a desk holds that has applied the page, so the two can always be compared. Null when more pages follow
 * or the page begins anew. Only tables that the desk may hold are named.
 */
export const digestResponseShape = pullResponseShape.extend({ digests: z.record(z.string(), tableDigestShape).nullable() })
export type DigestResponse = z.infer<typeof digestResponseShape>
