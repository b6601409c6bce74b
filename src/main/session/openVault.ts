import { openStore } from '../settings/openStore'
import { osCipher } from './cipher'
import { SessionVault } from './sessionVault'
import type { SealedSession } from './sessionVault'

/** The vault of this installation: `session.json` sealed by the operating system's keyring, or memory alone. */
export function openVault(folder: string, platform: NodeJS.Platform, report: (sentence: string) => void): SessionVault {
  const store = openStore<SealedSession>({ folder, name: 'session', defaults: { keeper: null, sealed: null }, parse: parseSealed, report })
  const cipher = osCipher(platform).then((found) => {
    if (found === null) report('No keyring on this desktop: the session is kept in memory and ends with the desk.')
    return found
  })
  // Nobody may have asked for the vault yet when the keyring fails; whoever asks then still sees the failure.
  cipher.catch(() => undefined)
  return new SessionVault({ store, cipher, log: report })
}

function parseSealed(content: unknown): SealedSession {
  const { keeper, sealed } = content as Partial<Record<string, unknown>>
  if ((keeper === null || typeof keeper === 'string') && (sealed === null || typeof sealed === 'string')) return { keeper, sealed }
  throw new Error('keeper and sealed are not both text or null')
}
