import type { SealedTable } from '../../protocol/sync/tableScopes'
import type { ScopeKey } from './scopeKeys'

/** A row of a sealed scope as it lies on the disk: what finds it is readable, what it says is not (P10). */
export interface SealedRow {
  readonly id: string
  readonly rev: number
  readonly customerId: string
  /** The key it was sealed with. */
  readonly keyId: string
  readonly iv: Uint8Array<ArrayBuffer>
  readonly sealed: Uint8Array<ArrayBuffer>
}

/** Ties a sealed row to its place, so that it cannot be put under another row's id. */
const placeOf = (table: SealedTable, id: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(`${table}:${id}`)

type Row = Readonly<Record<string, unknown>> & Pick<SealedRow, 'id'>

/** Seals a whole row with AES-256-GCM. Outside of any database transaction: the platform's cryptography would end it. */
export const sealRow = async ({ id: keyId, key }: ScopeKey, table: SealedTable, row: Row): Promise<SealedRow> => {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const text = new TextEncoder().encode(JSON.stringify(row))
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: placeOf(table, row.id) }, key, text))
  const { rev, customerId } = row
  return { id: row.id, rev: typeof rev === 'number' ? rev : 0, customerId: typeof customerId === 'string' ? customerId : '', keyId, iv, sealed }
}

/** Opens what `sealRow` sealed; null when it was sealed with another key. Rejects when it was changed or moved. */
export const openRow = async ({ id: keyId, key }: ScopeKey, table: SealedTable, row: SealedRow): Promise<Readonly<Record<string, unknown>> | null> => {
  if (row.keyId !== keyId) return null
  const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: row.iv, additionalData: placeOf(table, row.id) }, key, row.sealed)
  return JSON.parse(new TextDecoder().decode(opened)) as Readonly<Record<string, unknown>>
}
