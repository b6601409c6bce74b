import { createHash } from 'node:crypto'
import type { ReadMail } from '../parse/readMail'

/** The body as it came; headers grow on the way. */
const bodyOf = (raw: Uint8Array): Uint8Array => {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  const [crlf, lf] = [bytes.indexOf('\r\n\r\n'), bytes.indexOf('\n\n')]
  if (crlf >= 0) return bytes.subarray(crlf + 4)
  return lf >= 0 ? bytes.subarray(lf + 2) : bytes
}

/**
 * By what a mail delivered twice is known: its Message-ID, sender, subject and body. Not the Message-ID alone, since
 * careless programs give the same one to different mails and none may be lost. Null without a Message-ID.
 */
export const mailKey = (mail: ReadMail, raw: Uint8Array): string | null => {
  if (mail.messageId === null) return null
  const digest = createHash('sha256').update(JSON.stringify([mail.from?.address, mail.subject])).update(bodyOf(raw))
  return `${mail.messageId} ${digest.digest('hex')}`
}

/** The Message-ID inside a key. */
export const messageIdOf = (key: string): string => key.slice(0, key.lastIndexOf(' '))
