import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'

/**
 * The id of what a submission makes: the same for the same person and submission, so a double click makes one thing,
 * and nobody can name the id of somebody else's. A page without an id gets a new one.
 */
export const submissionKey = (contactId: string, submissionId: unknown): string => {
  const given = z.uuid().safeParse(submissionId)
  if (!given.success) return randomUUID()
  const bytes = createHash('sha256').update(`${contactId} ${given.data.toLowerCase()}`).digest().subarray(0, 16)
  // Version 8 of RFC 9562: bits of our own.
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
