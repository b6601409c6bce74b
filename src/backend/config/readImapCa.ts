import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { StartFailure } from './startFailure'

const readText = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new StartFailure(`IMAP_CA names “${path}”, which cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const isCertificate = (pem: string): boolean => {
  try {
    return new X509Certificate(pem).raw.length > 0
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false
    throw error
  }
}

/**
 * The certificate of a mail server's own authority, as PEM, from the file that `IMAP_CA` names; null = only the
 * authorities everybody trusts count. Throws a `StartFailure` when it cannot be read or is none.
 */
export const readImapCa = (environment: Readonly<Record<string, string | undefined>>): string | null => {
  const path = environment['IMAP_CA'] ?? ''
  if (path === '') return null
  const pem = readText(path)
  if (!isCertificate(pem)) throw new StartFailure(`IMAP_CA names “${path}”, which is no certificate in PEM (-----BEGIN CERTIFICATE-----).`)
  return pem
}
