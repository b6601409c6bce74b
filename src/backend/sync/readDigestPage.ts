import { protocolVersion } from '../../protocol/protocolVersion'
import type { DigestResponse } from '../../protocol/sync/digest'
import type { Cursor } from '../../protocol/sync/pull'
import { tablesOf } from '../../protocol/sync/tableScopes'
import { scopes } from '../../domain/access/scopes'
import type { Queries } from '../db/database'
import type { DeskSession } from '../sessions/deskSession'
import { readPage } from './readPage'
import { tableDigests } from './tableDigests'

/** A page as `readPage` gives it; the last one comes with what each table then amounts to at a desk that applied it. */
export const readDigestPage = async (tx: Queries, session: DeskSession, cursor: Cursor | null, limit: number, schema = protocolVersion): Promise<DigestResponse> => {
  const page = await readPage(tx, session, cursor, limit, schema)
  if (page.more || page.reset) return { ...page, digests: null }
  const held = scopes.filter((scope) => page.cursor.scopes?.includes(scope) === true)
  return { ...page, digests: await tableDigests(tx, tablesOf(held)) }
}
