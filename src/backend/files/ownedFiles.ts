import { inArray } from 'drizzle-orm'
import type { Queries } from '../db/database'
import { attachment, incomingMail } from '../db/schema'

/**
 * Which of these stored files something refers to. Every table that keeps ids of stored files belongs here: what is not
 * found here is removed a day after it was stored.
 */
export const ownedFiles = async (queries: Queries, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set()
  const attached = await queries.select({ id: attachment.id }).from(attachment).where(inArray(attachment.id, [...ids]))
  const keptMails = await queries.select({ id: incomingMail.rawName }).from(incomingMail).where(inArray(incomingMail.rawName, [...ids]))
  return new Set([...attached, ...keptMails].flatMap(({ id }) => (id === null ? [] : [id])))
}
