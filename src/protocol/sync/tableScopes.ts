import { scopes } from '../../domain/access/scopes'
import type { Scope } from '../../domain/access/scopes'
import { syncedTableNames } from './tables'
import type { SyncedTable } from './tables'

/** The scope each synced table belongs to; a table without one does not compile. */
const scopeOfTable = {
  policy: 'desk',
  engineer: 'desk',
  shift: 'desk',
  customer: 'desk',
  site: 'desk',
  contract: 'desk',
  contact: 'desk',
  server: 'desk',
  integration: 'desk',
  serverNote: 'serverNotes',
  ticket: 'desk',
  timelineEvent: 'desk',
  attachment: 'desk',
  page: 'desk',
  accessRequest: 'accessRequests',
} as const satisfies Record<SyncedTable, Scope>

/** The version of the wire that each scope came with: an older desk is not sent it, as it would not know how to keep it. */
const wireOfScope: Readonly<Record<Scope, number>> = { desk: 1, accessRequests: 1, serverNotes: 2 }

/** The tables of the given scopes. */
export const tablesOf = (given: readonly Scope[]): readonly SyncedTable[] => syncedTableNames.filter((table) => given.includes(scopeOfTable[table]))

/** The scopes a desk of wire version `schema` knows. */
export const scopesOfWire = (schema: number): readonly Scope[] => scopes.filter((scope) => wireOfScope[scope] <= schema)

/** Scopes whose rows a desk seals before it stores them (P10). */
export const sealedScopes = ['serverNotes'] as const satisfies readonly Scope[]
export type SealedScope = (typeof sealedScopes)[number]

type TableIn<S extends Scope> = { [T in SyncedTable]: (typeof scopeOfTable)[T] extends S ? T : never }[SyncedTable]
export type SealedTable = TableIn<SealedScope>

/** The sealed scope of a table; null for a table that is stored in the clear. */
export const sealedScopeOf = (table: string): SealedScope | null => sealedScopes.find((scope) => tablesOf([scope]).some((name) => name === table)) ?? null
