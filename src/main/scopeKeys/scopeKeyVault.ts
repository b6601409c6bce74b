import { randomBytes, randomUUID } from 'node:crypto'
import type { DeskAnswer } from '../../protocol/ipc/deskApi'
import type { Cipher } from '../session/cipher'
import type { DeskStore } from '../settings/openStore'

/** What lies on the disk: each key sealed by the operating system's keyring, under the name the desk gave it. */
export interface SealedKeys {
  readonly keeper: string | null
  readonly keys: Readonly<Record<string, { readonly id: string; readonly sealed: string }>>
}

export interface KeyVaultParts {
  readonly store: DeskStore<SealedKeys>
  /** Null = no real keyring: keys live in memory and end with the desk. */
  readonly cipher: Promise<Cipher | null>
  readonly log: (sentence: string) => void
}

type Key = DeskAnswer<'scopeKeys.give'>

const keyBytes = 32

/**
 * Keeps the keys that the desk seals rows with, one a name (P10). Without a keyring, and when it fails, a key lives in
 * memory: what was sealed with it is unreadable after the desk has closed, and is fetched again. One question at a time.
 */
export class ScopeKeyVault {
  readonly #parts: KeyVaultParts
  readonly #memory = new Map<string, Key>()
  #turn: Promise<unknown> = Promise.resolve()

  constructor(parts: KeyVaultParts) {
    this.#parts = parts
  }

  /** The key of this name; made when there is none that can be opened here. */
  give(name: string): Promise<Key> {
    return this.#inTurn(async () => this.#memory.get(name) ?? (await this.#kept(name)) ?? (await this.#make(name)))
  }

  /** Destroys the key of this name; nothing sealed with it can be read again. Rejects when it may still be on the disk. */
  destroy(name: string): Promise<void> {
    return this.#inTurn(async () => {
      this.#memory.delete(name)
      const { keeper, keys } = this.#parts.store.read()
      if (!Object.hasOwn(keys, name)) return
      this.#parts.store.replace({ keeper, keys: Object.fromEntries(Object.entries(keys).filter(([each]) => each !== name)) })
    })
  }

  async #kept(name: string): Promise<Key | null> {
    const cipher = await this.#cipher()
    const { keeper, keys } = this.#parts.store.read()
    const kept = Object.hasOwn(keys, name) ? keys[name] : undefined
    if (cipher === null || kept === undefined || keeper !== cipher.keeper) return null
    try {
      const bytes = Buffer.from(await cipher.open(Buffer.from(kept.sealed, 'base64')), 'base64')
      if (bytes.byteLength !== keyBytes) throw new Error(`${bytes.byteLength} bytes instead of ${keyBytes}`)
      return this.#remember(name, { id: kept.id, bytes: new Uint8Array(bytes), storage: 'keyring' })
    } catch (error) {
      this.#parts.log(`The keyring cannot open a kept key (${String(error)}). What it sealed is fetched again.`)
      return null
    }
  }

  async #make(name: string): Promise<Key> {
    const cipher = await this.#cipher()
    const key = { id: randomUUID(), bytes: new Uint8Array(randomBytes(keyBytes)) }
    if (cipher !== null) {
      try {
        const sealed = (await cipher.seal(Buffer.from(key.bytes).toString('base64'))).toString('base64')
        const { keeper, keys } = this.#parts.store.read()
        // Keys of another keyring can never be opened here.
        const others = keeper === cipher.keeper ? keys : {}
        this.#parts.store.replace({ keeper: cipher.keeper, keys: { ...others, [name]: { id: key.id, sealed } } })
        return this.#remember(name, { ...key, storage: 'keyring' })
      } catch (error) {
        this.#parts.log(`The keyring did not take a key (${String(error)}): it is kept in memory until the desk ends.`)
      }
    }
    return this.#remember(name, { ...key, storage: 'memory' })
  }

  #remember(name: string, key: Key): Key {
    this.#memory.set(name, key)
    return key
  }

  async #cipher(): Promise<Cipher | null> {
    try {
      return await this.#parts.cipher
    } catch (error) {
      this.#parts.log(`The keyring cannot be used (${String(error)}): keys are kept in memory only.`)
      return null
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work)
    this.#turn = result.catch(() => undefined)
    return result
  }
}
