import { scopes } from '../../domain/access/scopes'
import type { Scope } from '../../domain/access/scopes'
import type { Cursor, Hint } from '../../protocol/sync/pull'
import { scopesOfWire, tablesOf } from '../../protocol/sync/tableScopes'
import type { SyncedTable } from '../../protocol/sync/tables'
import type { PageBounds, PageRange } from './choosePage'

/** What decides a pull besides the cursor. */
export interface PullFacts {
  readonly head: Hint
  /** Deletions up to this number are forgotten. */
  readonly floor: number
  /** The scopes the engineer may read now, of those the desk knows. */
  readonly readable: readonly Scope[]
  /** The version of the wire that the desk speaks. */
  readonly schema: number
}

/** What the next page holds. `filling` = a scope the desk lacks, brought up to the cursor's number before anything later. */
export interface PullPlan {
  readonly reset: boolean
  readonly purge: readonly SyncedTable[]
  readonly covered: readonly Scope[]
  readonly filling: Scope | null
  readonly range: PageRange
}

/** Versions of the wire have served each other's rows since columns are only added; two apart begin anew. */
const continues = (cursor: Cursor | null, { head, floor, schema }: PullFacts): cursor is Cursor =>
  cursor !== null &&
  cursor.epoch === head.epoch &&
  cursor.seq <= head.seq &&
  cursor.seq >= floor &&
  (cursor.schema === schema || cursor.schema === schema - 1)

/**
 * Plans a page (P1, P10, P11, P13, P14). A cursor of another epoch, ahead of the head, below the floor, or of a wire two
 * versions off begins anew. A scope the engineer may not read any more is purged first; one the desk lacks is filled from
 * nothing up to the cursor's number, and what changed meanwhile follows as for every other table.
 */
export const planPull = (cursor: Cursor | null, facts: PullFacts): PullPlan => {
  const { head, readable } = facts
  const purgeOf = (held: readonly string[]): readonly SyncedTable[] => tablesOf(scopes.filter((scope) => held.includes(scope) && !readable.includes(scope)))
  if (!continues(cursor, facts)) {
    const range = { from: 0, upTo: head.seq, tables: tablesOf(readable) }
    return { reset: true, purge: purgeOf(scopes), covered: readable, filling: null, range }
  }
  const held = cursor.scopes ?? scopesOfWire(cursor.schema)
  const backfill = cursor.backfill ?? null
  // A cursor that names no scopes may be of a desk that kept any of them.
  const purge = purgeOf(cursor.scopes === undefined ? scopes : [...held, backfill?.scope ?? ''])
  const covered = readable.filter((scope) => held.includes(scope))
  const missing = readable.filter((scope) => !held.includes(scope))
  const filling = missing.find((scope) => scope === backfill?.scope) ?? missing[0] ?? null
  if (filling === null) return { reset: false, purge, covered, filling, range: { from: cursor.seq, upTo: head.seq, tables: tablesOf(covered) } }
  const from = backfill?.scope === filling ? backfill.seq : 0
  return { reset: false, purge, covered, filling, range: { from, upTo: cursor.seq, tables: tablesOf([filling]) } }
}

/** The cursor after the planned page, and whether more is to come. */
export const cursorAfter = ({ covered, filling, range }: PullPlan, { head, schema }: PullFacts, { upTo, more }: PageBounds): { readonly cursor: Cursor; readonly more: boolean } => {
  const stamp = { epoch: head.epoch, scopeV: head.scopeV, schema }
  if (filling === null) return { cursor: { ...stamp, seq: upTo, scopes: [...covered], backfill: null }, more }
  const seq = range.upTo
  if (more) return { cursor: { ...stamp, seq, scopes: [...covered], backfill: { scope: filling, seq: upTo } }, more }
  // One more page tells what is missing still, or what came after the cursor's number.
  return { cursor: { ...stamp, seq, scopes: [...covered, filling], backfill: null }, more: true }
}
