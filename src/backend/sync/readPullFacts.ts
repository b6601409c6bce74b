import { scopesOfWire } from '../../protocol/sync/tableScopes'
import type { Queries } from '../db/database'
import { readableScopes } from '../reads/readableScopes'
import { syncFloorNow } from '../reads/syncFloorNow'
import { syncHeadNow } from '../reads/syncHeadNow'
import type { DeskSession } from '../sessions/deskSession'
import type { PullFacts } from './planPull'

/** What decides a pull or a snapshot besides what the desk holds, from the same read as the rows (P10). `schema` is the desk's version of the wire. */
export const readPullFacts = async (tx: Queries, session: DeskSession, schema: number): Promise<PullFacts> => {
  const known = scopesOfWire(schema)
  return {
    head: await syncHeadNow(tx),
    floor: await syncFloorNow(tx),
    readable: (await readableScopes(tx, session.engineer.id)).filter((scope) => known.includes(scope)),
    schema,
  }
}
