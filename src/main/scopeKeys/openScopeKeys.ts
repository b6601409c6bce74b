import { osCipher } from '../session/cipher'
import { openStore } from '../settings/openStore'
import { ScopeKeyVault } from './scopeKeyVault'
import type { SealedKeys } from './scopeKeyVault'

/** The keys of this installation: `scope-keys.json` sealed by the operating system's keyring, or memory alone. */
export function openScopeKeys(folder: string, platform: NodeJS.Platform, report: (sentence: string) => void): ScopeKeyVault {
  const store = openStore<SealedKeys>({ folder, name: 'scope-keys', defaults: { keeper: null, keys: {} }, parse: parseSealed, report })
  const cipher = osCipher(platform)
  // Nobody may have asked for a key yet when the keyring fails; whoever asks then still sees the failure.
  cipher.catch(() => undefined)
  return new ScopeKeyVault({ store, cipher, log: report })
}

function parseSealed(content: unknown): SealedKeys {
  const { keeper, keys } = content as Partial<Record<string, unknown>>
  if ((keeper === null || typeof keeper === 'string') && typeof keys === 'object' && keys !== null && Object.values(keys).every(isSealedKey)) {
    return { keeper, keys: { ...keys } as SealedKeys['keys'] }
  }
  throw new Error('keeper is not text or null, or a key is not an id and sealed text')
}

function isSealedKey(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' && 'sealed' in value && typeof value.sealed === 'string'
}
