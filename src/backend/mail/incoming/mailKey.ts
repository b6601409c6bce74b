import { createHash } from 'node:crypto'
import { bodyOf } from '../parse/bodyOf'
import type { ReadMail } from '../parse/readMail'

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
