import { Dexie } from 'dexie'
import type { Table, Transaction } from 'dexie'
import type { SealedTable } from '../../protocol/sync/tableScopes'
import { syncedTableNames } from '../../protocol/sync/tables'
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

/**
 * Which of two sets of stores is meant: one is shown, the other is empty or being filled by a snapshot (P13). The first
 * set bears the names of the wire, the second the same names with `_b`.
 */
export type Generation = 'a' | 'b'

/** A store of which each generation has its own. */
type GenerationStore = SyncedTable | 'unparsed'
type OwnStore = 'outbox' | 'refused' | 'meta'

export const otherGeneration = (generation: Generation): Generation => (generation === 'a' ? 'b' : 'a')
export const storeName = (store: GenerationStore, generation: Generation): string => (generation === 'a' ? store : `${store}_b`)

export const generationStores: readonly GenerationStore[] = [...syncedTableNames, 'unparsed']

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
  // From here on everything that syncs is there twice.
  {},
]
const twiceFrom = 6

/** The stores that version `index` adds, with the second generation's once there are two. */
const storesOf = (index: number): Readonly<Record<string, string>> => {
  const given = index === twiceFrom ? schemaHistory.slice(0, index + 1) : schemaHistory.slice(index, index + 1)
  const own = given.reduce<Readonly<Record<string, string>>>((all, each) => ({ ...all, ...each }), {})
  if (index < twiceFrom) return own
  const twins = generationStores.flatMap((store) => {
    const keys = own[store]
    return keys === undefined ? [] : [[storeName(store, 'b'), keys] as const]
  })
  return { ...own, ...Object.fromEntries(twins) }
}

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
  readonly notices = createNotices()
  private generation: Generation = 'a'
  private readonly pinned = new WeakMap<Transaction, Generation>()

  /** The keys of what is sealed here. */
  readonly scopeKeys: ScopeKeys

  /** @param keys who keeps the keys; without one they end with this object */
  constructor(name: string, keys: KeySource = forgetfulKeys()) {
    super(name, { chromeTransactionDurability: 'strict' })
    this.scopeKeys = createScopeKeys(keys)
    schemaHistory.forEach((_stores, index) => this.version(index + 1).stores(storesOf(index)))
    this.version(2).upgrade(moveRefused)
    this.version(3).upgrade(fillRows)
    this.version(5).upgrade(stripNotes)
    this.version(6).upgrade(fillContacts)
    // Another version of the desk wants to upgrade: let go, or it would hang, and do not come back by yourself (P15).
    this.on('versionchange', ({ newVersion }) => {
      if (newVersion === null) return true
      this.close()
      return false
    })
    // Each time it is opened, also after the browser had closed it.
    this.on(
      'ready',
      async (opened) => {
        const kept = await opened.table<{ readonly key: string; readonly value: Generation }, string>('meta').get('generation')
        this.generation = kept?.value ?? 'a'
      },
      true,
    )
  }

  /** The generation on screen: inside `shown` the one it began with. */
  get shownGeneration(): Generation {
    let transaction: Transaction | null | undefined = Dexie.currentTransaction
    for (; transaction; transaction = transaction.parent) {
      const pinned = this.pinned.get(transaction)
      if (pinned !== undefined) return pinned
    }
    return this.generation
  }

  /** What is shown from now on. Only for who has just committed `generation` to `meta`. */
  show(generation: Generation): void {
    this.generation = generation
  }

  /** A synced table by its name on the wire, as it is shown. */
  synced<T extends SyncedTable>(name: T): SyncedTables[T] {
    return this.syncedOf(this.shownGeneration, name)
  }

  /** A synced table of one generation. */
  syncedOf<T extends SyncedTable>(generation: Generation, name: T): SyncedTables[T] {
    return this.table(storeName(name, generation)) as SyncedTables[T]
  }

  /** Rows of the shown generation that this version cannot read. */
  get parked(): Table<UnparsedRow, [string, string]> {
    return this.parkedOf(this.shownGeneration)
  }

  parkedOf(generation: Generation): Table<UnparsedRow, [string, string]> {
    return this.table(storeName('unparsed', generation))
  }

  /**
   * A transaction on what is shown: from its first read to its last of one generation, whatever is swapped meanwhile,
   * and never held up by a snapshot that fills the other.
   */
  async shown<T>(mode: 'r' | 'rw', stores: readonly (GenerationStore | OwnStore)[], work: () => Promise<T>): Promise<T> {
    return this.ofGeneration(this.shownGeneration, mode, stores, work)
  }

  /** The same on a generation that may not be shown. */
  async ofGeneration<T>(generation: Generation, mode: 'r' | 'rw', stores: readonly (GenerationStore | OwnStore)[], work: () => Promise<T>): Promise<T> {
    const names = stores.map((store) => (isOwnStore(store) ? store : storeName(store, generation)))
    return this.transaction(mode, names, async (transaction) => {
      this.pinned.set(transaction, generation)
      return work()
    })
  }
}

/** Every store of one generation, and the desk's own. */
export const allStores: readonly (GenerationStore | OwnStore)[] = [...generationStores, 'outbox', 'refused', 'meta']

const isOwnStore = (store: GenerationStore | OwnStore): store is OwnStore => store === 'outbox' || store === 'refused' || store === 'meta'

/** One cache per backend: its address is known without any network, unlike its epoch. */
export const cacheName = (backendUrl: string | null): string => `desk:${backendUrl === null ? 'embedded' : new URL(backendUrl).origin}`
