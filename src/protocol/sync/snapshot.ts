import { z } from 'zod'
import { protocolVersion } from '../protocolVersion'
import { cursorShape } from './pull'

/** What a snapshot sends in turn: the firm's own small tables, Urgent open tickets with all around them, other open ones, the rest. */
export const snapshotStages = ['firm', 'urgent', 'open', 'rest'] as const
export type SnapshotStage = (typeof snapshotStages)[number]

/** Rows between two marks, at most: what a desk writes in one transaction. */
export const snapshotChunkRows = 250

/**
 * `GET /api/sync/snapshot`: everything the engineer may read, as newline-delimited JSON. `after` is the last mark of a
 * snapshot that was cut off; one that cannot be gone on from is answered with a new beginning. `table` asks for one
 * table only, to mend it.
 */
export const snapshotQueryShape = z.object({
  schema: z.coerce.number().int().min(1).default(protocolVersion),
  after: z.string().max(2_000).optional(),
  table: z.string().max(60).optional(),
})

/**
 * One line. Each answer begins with `begin`: the same `cursor` as before means that the snapshot goes on, another that
 * what was received is to be dropped. `mark` covers all rows before it. Only `end` says that everything was sent: rows
 * changed since `cursor` follow by pulls after it.
 */
export const snapshotLineShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('begin'),
    cursor: cursorShape,
    /** Rows in the whole snapshot, about. */
    total: z.int().min(0),
    /** The number of this device's last intent that was dealt with. */
    lastMut: z.int().min(0),
  }),
  z.object({ kind: z.literal('row'), table: z.string(), row: z.record(z.string(), z.unknown()) }),
  z.object({ kind: z.literal('mark'), after: z.string(), stage: z.enum(snapshotStages) }),
  z.object({ kind: z.literal('end') }),
])
export type SnapshotLine = z.infer<typeof snapshotLineShape>
