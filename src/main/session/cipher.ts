import { safeStorage } from 'electron'

/** Seals text with a key that the operating system keeps. */
export interface Cipher {
  /** Names the key's keeper, such as `gnome_libsecret`: what another keeper sealed cannot be opened. */
  readonly keeper: string
  readonly seal: (text: string) => Promise<Buffer>
  /** Rejects when the bytes were sealed with another key or are damaged. */
  readonly open: (sealed: Buffer) => Promise<string>
}

/** The promise-answering half of safeStorage, which newer Electron has and prefers and the oldest supported lacks. */
interface AsyncSafeStorage {
  readonly isAsyncEncryptionAvailable?: () => Promise<boolean>
  readonly encryptStringAsync?: (text: string) => Promise<Buffer>
  readonly decryptStringAsync?: (sealed: Buffer) => Promise<{ readonly result: string }>
}

/** The operating system's cipher; null when there is no real keyring. Call after Electron is ready. */
export async function osCipher(platform: NodeJS.Platform): Promise<Cipher | null> {
  const keeper = platform === 'linux' ? safeStorage.getSelectedStorageBackend() : platform
  // basic_text "encrypts" with a password that is in Electron's source: that counts as no keyring.
  if (keeper === 'basic_text' || keeper === 'unknown') return null
  const modern: AsyncSafeStorage & Pick<typeof safeStorage, 'isEncryptionAvailable'> = safeStorage
  const { encryptStringAsync, decryptStringAsync, isAsyncEncryptionAvailable } = modern
  if (encryptStringAsync !== undefined && decryptStringAsync !== undefined && isAsyncEncryptionAvailable !== undefined) {
    if (!(await isAsyncEncryptionAvailable.call(safeStorage))) return null
    return {
      keeper,
      seal: (text) => encryptStringAsync.call(safeStorage, text),
      open: async (sealed) => (await decryptStringAsync.call(safeStorage, sealed)).result,
    }
  }
  if (!safeStorage.isEncryptionAvailable()) return null
  return {
    keeper,
    seal: (text) => Promise.resolve(safeStorage.encryptString(text)),
    open: (sealed) => Promise.resolve(safeStorage.decryptString(sealed)),
  }
}
