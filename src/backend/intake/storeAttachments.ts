import type { Instant } from '../../domain/calendar/time'
import type { StagedFile } from '../context'
import type { Queries, Touched } from '../db/database'
import { attachment } from '../db/schema'

/** Ties staged files to the timeline event they came with; the row's id is the file's. */
export const storeAttachments = async (
  tx: Queries,
  touched: Touched,
  files: readonly StagedFile[],
  owner: { readonly ticketId: string; readonly eventId: string; readonly at: Instant },
): Promise<void> => {
  if (files.length === 0) return
  const { ticketId, eventId, at } = owner
  await tx.insert(attachment).values(files.map((file) => ({ ...file, ticketId, eventId, createdAt: at })))
  for (const { id } of files) touched.put('attachment', id)
}
