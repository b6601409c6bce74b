import { z } from 'zod'
import { cursorShape } from '../../../protocol/sync/pull'
import { snapshotStages } from '../../../protocol/sync/snapshot'

const markShape = z.object({
  cursor: cursorShape,
  stage: z.enum(snapshotStages),
  table: z.string(),
  /** The last row sent of that table in that stage; null = none yet. */
  after: z.string().nullable(),
})

/** How far a snapshot has come. It opens nothing: what may be read is looked up for each chunk. */
export type SnapshotMark = z.infer<typeof markShape>

/** A mark as it travels, opaque to the desk. */
export const writeMark = (mark: SnapshotMark): string => Buffer.from(JSON.stringify(mark), 'utf8').toString('base64url')

/** Null for what is no mark of ours. */
export const readMark = (text: string): SnapshotMark | null => {
  try {
    return markShape.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))).data ?? null
  } catch {
    // Not even JSON: the desk is given a new beginning, as for every mark that cannot be gone on from.
    return null
  }
}
