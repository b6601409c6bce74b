import { createHash } from 'node:crypto'
import type { ReadMail } from '../parse/readMail'

/**
 * By what a mail delivered twice is known: its Message-ID and what it says. Not the raw bytes, since each way adds its
 * trace; not the Message-ID alone, since careless programs give the same one to different mails and none may be lost.
 * Null without a Message-ID.
 */
export const mailKey = (mail: ReadMail): string | null => {
  if (mail.messageId === null) return null
  const digest = createHash('sha256').update(JSON.stringify([mail.from?.address, mail.subject, mail.text]))
  for (const { name, content } of mail.attachments) digest.update(name).update(content)
  return `${mail.messageId} ${digest.digest('hex')}`
}

/** The Message-ID inside a key. */
export const messageIdOf = (key: string): string => key.slice(0, key.lastIndexOf(' '))
