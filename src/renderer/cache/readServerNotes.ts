import { scopesOf } from '../../domain/access/scopes'
import { serverNoteRow } from '../../protocol/sync/customerRows'
import type { DeskCache } from './deskCache'
import { readMeta } from './readMeta'
import { openRow } from './sealRow'

/**
 * What is noted about a customer's systems, by the id of what it is about. `state`: `here`; `coming`, while the desk may
 * have them and waits for the next sync; `notYours`, when the engineer's role does not read them (P10).
 */
export interface ServerNotes {
  readonly state: 'here' | 'coming' | 'notYours'
  readonly texts: ReadonlyMap<string, string>
}

/** Opens the server notes of one customer for the engineer at this desk. Rejects when a note was tampered with. */
export const readServerNotes = async (cache: DeskCache, customerId: string, engineerId: string | null): Promise<ServerNotes> => {
  const [rows, cursor, me] = await Promise.all([
    cache.synced('serverNote').where({ customerId }).toArray(),
    readMeta(cache, 'cursor'),
    engineerId === null ? undefined : cache.synced('engineer').get(engineerId),
  ])
  if (me === undefined || !scopesOf(me.role).includes('serverNotes')) return { state: 'notYours', texts: new Map() }
  if (cursor?.scopes?.includes('serverNotes') !== true) return { state: 'coming', texts: new Map() }
  const key = rows.length === 0 ? null : await cache.scopeKeys.of('serverNotes')
  const opened = await Promise.all(rows.map(async (row) => (key === null ? null : openRow(key, 'serverNote', row))))
  const notes = opened.filter((each) => each !== null).map((each) => serverNoteRow.parse(each))
  return { state: notes.length === rows.length ? 'here' : 'coming', texts: new Map(notes.map(({ aboutId, text }) => [aboutId, text])) }
}
