import { Dexie } from 'dexie'
import type { Table, Transaction } from 'dexie'
import type { SealedTable } from '../../protocol/sync/tableScopes'
import type { SyncedRow, SyncedTable } from '../../protocol/sync/tables'
import { fillContacts } from './fillContacts'
import { fillRows } from './fillRows'
import { createNotices } from './notices'
import type { OutboxRow, RefusedRow } from './outboxRow'
import { createScopeKeys, forgetfulKeys } from './scopeKeys'
import type { KeySource, ScopeKeys } from './scopeKeys'
import type { SealedRow } from './sealRow'
import { stripNotes } from './stripNotes'

/** A row this version cannot read, kept as it came and tried again by later versions (sync.md, Versions). */
export interface UnparsedRow {
  readonly table: string
  readonly id: string
  /** Sealed when the table's scope is. */
  readonly row: Record<string, unknown> | SealedRow
  readonly reason: string
}

/** A row as the cache holds it: rows of sealed scopes sealed, all others as they are. */
export type StoredRow<T extends SyncedTable> = T extends SealedTable ? SealedRow : SyncedRow<T>

type SyncedTables = { readonly [T in SyncedTable]: Table<StoredRow<T>, string> }

/**
 * The history of the schema: never edit a released version, add the next one. Keys and indices only; every table
 * that syncs is there under its name on the wire.
 */
const schemaHistory: readonly Readonly<Record<string, string>>[] = [
  {
    policy: 'id',
    engineer: 'id',
    shift: 'id',
    customer: 'id',
    site: 'id, customerId',
    contract: 'id, customerId',
    contact: 'id, customerId',
    server: 'id, customerId',
    integration: 'id, customerId',
    ticket: 'id, state, customerId',
    timelineEvent: 'id, ticketId',
    attachment: 'id, ticketId',
    page: 'id, ticketId',
    outbox: '[engineerId+mut], ticketId, status, eventId',
    meta: 'key',
    unparsed: '[table+id]',
  },
  { outbox: '[engineerId+mut], ticketId, eventId', refused: 'eventId, engineerId' },
  // The same keys: rows get the fields they lack.
  { shift: 'id' },
  { accessRequest: 'id, state' },
  { serverNote: 'id, customerId' },
  // The same keys: contacts get the fields they lack.
  { contact: 'id, customerId' },
]

/** Version 1 kept refused intents in the outbox, under numbers that could be given again. */
const moveRefused = async (upgrade: Transaction): Promise<void> => {
  const refused = await upgrade.table('outbox').filter((row: { readonly status?: string }) => row.status === 'refused').toArray()
  await upgrade.table('refused').bulkPut(refused)
  await upgrade.table('outbox').bulkDelete(refused.map(({ engineerId, mut }: RefusedRow) => [engineerId, mut]))
}

/**
 * The desk's copy of one backend's rows, and its own outbox. Synced tables are written by `applyChanges` only; whoever
 * writes tells `notices`, so that derived indices need no reading of whole tables.
 */
export class DeskCache extends Dexie {
  declare readonly outbox: Table<OutboxRow, [string, number]>
  declare readonly refused: Table<RefusedRow, string>
  declare readonly meta: Table<{ readonly key: string; readonly value: unknown }, string>
  declare readonly unparsed: Table<UnparsedRow, [string, string]>
  readonly notices = createNotices()

  /** The keys of what is sealed here. */
  readonly scopeKeys: ScopeKeys

  /** @param keys who keeps the keys; without one they end with this object */
  constructor(name: string, keys: KeySource = forgetfulKeys()) {
    super(name, { chromeTransactionDurability: 'strict' })
    this.scopeKeys = createScopeKeys(keys)
    schemaHistory.forEach((stores, index) => this.version(index + 1).stores(stores))
    this.version(2).upgrade(moveRefused)
    this.version(3).upgrade(fillRows)
    this.version(5).upgrade(stripNotes)
    this.version(6).upgrade(fillContacts)
    // Another version of the desk wants to upgrade: let go, or it would hang (P15).
    this.on('versionchange', () => this.close())
  }

  /** A synced table by its name on the wire. */
  synced<T extends SyncedTable>(name: T): SyncedTables[T] {
    return this.table(name) as SyncedTables[T]
  }
}

/** One cache per backend: its address is known without any network, unlike its epoch. */
export const cacheName = (backendUrl: string | null): string => `desk:${backendUrl === null ? 'embedded' : new URL(backendUrl).origin}`
