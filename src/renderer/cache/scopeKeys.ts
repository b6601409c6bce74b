import type { SealedScope } from '../../protocol/sync/tableScopes'

/** A scope's key as it is kept; `keyring` outlives the program, `memory` ends with it. */
export interface KeptKey {
  readonly id: string
  /** 32 bytes, for AES-256-GCM. */
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly storage: 'keyring' | 'memory'
}

/** Who keeps the keys of sealed scopes: the main process. */
export interface KeySource {
  /** The scope's key; made when there is none. */
  readonly give: (scope: SealedScope) => Promise<KeptKey>
  /** Rejects when the key may still be there. */
  readonly destroy: (scope: SealedScope) => Promise<void>
}

/** A key ready for use, and its name. */
export interface ScopeKey {
  readonly id: string
  readonly key: CryptoKey
}

/** The keys of sealed scopes, each asked for once. */
export interface ScopeKeys {
  readonly of: (scope: SealedScope) => Promise<ScopeKey>
  /** Forgets and destroys a key: what was sealed with it can never be read again (P10). */
  readonly destroy: (scope: SealedScope) => Promise<void>
}

/** A source that keeps nothing: for a desk without a keeper, whose sealed rows are fetched again at each start. */
export const forgetfulKeys = (): KeySource => {
  const kept = new Map<SealedScope, KeptKey>()
  return {
    give: async (scope) => {
      const key = kept.get(scope) ?? { id: crypto.randomUUID(), bytes: crypto.getRandomValues(new Uint8Array(32)), storage: 'memory' }
      kept.set(scope, key)
      return key
    },
    destroy: async (scope) => void kept.delete(scope),
  }
}

export const createScopeKeys = (source: KeySource): ScopeKeys => {
  const known = new Map<SealedScope, Promise<ScopeKey>>()
  const load = async (scope: SealedScope): Promise<ScopeKey> => {
    const { id, bytes } = await source.give(scope)
    return { id, key: await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']) }
  }
  return {
    of: async (scope) => {
      const asked = known.get(scope) ?? load(scope)
      known.set(scope, asked)
      // A source that failed once is asked again the next time.
      asked.catch(() => known.delete(scope))
      return asked
    },
    destroy: async (scope) => {
      known.delete(scope)
      await source.destroy(scope)
    },
  }
}
