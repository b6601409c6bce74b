import type { DeskAnswer } from '../../protocol/ipc/deskApi'
import type { DeskStore } from '../settings/openStore'
import type { Cipher } from './cipher'

/** What lies on the disk: the token sealed, never plain. */
export interface SealedSession {
  readonly keeper: string | null
  /** Base64. */
  readonly sealed: string | null
}

export interface VaultParts {
  readonly store: DeskStore<SealedSession>
  /** Null = no real keyring: the token lives in memory and ends with the desk. */
  readonly cipher: Promise<Cipher | null>
  readonly log: (sentence: string) => void
}

/** Keeps the refresh token of the signed-in engineer. A missing, locked or changed keyring costs a sign-in, never a crash (P50). */
export class SessionVault {
  readonly #parts: VaultParts
  #memory: string | null = null

  constructor(parts: VaultParts) {
    this.#parts = parts
  }

  /** The kept token, or null when there is none that can be read here. */
  async load(): Promise<DeskAnswer<'session.load'>> {
    const cipher = await this.#cipher()
    if (cipher === null) return { refreshToken: this.#memory, storage: 'memory' }
    const { keeper, sealed } = this.#parts.store.read()
    if (sealed === null) return { refreshToken: this.#memory, storage: 'keyring' }
    if (keeper !== cipher.keeper) {
      this.#forget(`The session was sealed by ${String(keeper)}, but this desktop has ${cipher.keeper}. Please sign in again.`)
      return { refreshToken: null, storage: 'keyring' }
    }
    try {
      return { refreshToken: await cipher.open(Buffer.from(sealed, 'base64')), storage: 'keyring' }
    } catch (error) {
      this.#forget(`The keyring cannot open the kept session (${String(error)}). Please sign in again.`)
      return { refreshToken: null, storage: 'keyring' }
    }
  }

  /** Keeps a token in place of the last one; null forgets it. Falls to memory when the keyring refuses. */
  async save(refreshToken: string | null): Promise<DeskAnswer<'session.save'>> {
    const cipher = await this.#cipher()
    if (refreshToken === null || cipher === null) {
      this.#memory = refreshToken
      this.#parts.store.replace({ keeper: null, sealed: null })
      return { storage: cipher === null ? 'memory' : 'keyring' }
    }
    try {
      const sealed = (await cipher.seal(refreshToken)).toString('base64')
      this.#parts.store.replace({ keeper: cipher.keeper, sealed })
      this.#memory = null
      return { storage: 'keyring' }
    } catch (error) {
      this.#parts.log(`The keyring did not take the session (${String(error)}): it is kept in memory until the desk ends.`)
      this.#memory = refreshToken
      this.#parts.store.replace({ keeper: null, sealed: null })
      return { storage: 'memory' }
    }
  }

  async #cipher(): Promise<Cipher | null> {
    try {
      return await this.#parts.cipher
    } catch (error) {
      this.#parts.log(`The keyring cannot be used (${String(error)}): sessions are kept in memory only.`)
      return null
    }
  }

  #forget(sentence: string): void {
    this.#parts.log(sentence)
    this.#parts.store.replace({ keeper: null, sealed: null })
  }
}
