import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { SendMailOptions } from 'nodemailer'

/** A queued mail as it is delivered. */
export interface MailToDeliver {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly headers: Readonly<Record<string, string>>
  readonly createdAt: number
}

/** `sent` was accepted by the mail server; `kept` lies in the outbox folder, for a person to read. */
export interface Delivered {
  readonly state: 'sent' | 'kept'
  readonly detail: string
}

export type DeliverMail = (mail: MailToDeliver) => Promise<Delivered>

const asMessage = ({ to, subject, text, headers, createdAt }: MailToDeliver): SendMailOptions => {
  const { From, 'Message-ID': messageId, 'Reply-To': replyTo, 'In-Reply-To': inReplyTo, References: references, ...rest } = headers
  return {
    ...(From === undefined ? {} : { from: From }),
    ...(messageId === undefined ? {} : { messageId }),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
    ...(references === undefined ? {} : { references }),
    // An address, never a list: nobody adds recipients by writing a comma into a name.
    to: { name: '', address: to },
    subject,
    text,
    headers: rest,
    date: new Date(createdAt),
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** Delivers through the mail server at `smtpUrl`; throws what the server or the network said. */
export const deliverBySmtp = (smtpUrl: string): DeliverMail => {
  const transport = createTransport(smtpUrl)
  return async (mail) => {
    const { response } = await transport.sendMail(asMessage(mail))
    return { state: 'sent', detail: response }
  }
}

/** Without a mail server: writes each mail as a readable `.eml` file into `<dataDir>/outbox`. */
export const keepInOutbox = (dataDir: string): DeliverMail => {
  const folder = join(dataDir, 'outbox')
  const transport = createTransport({ streamTransport: true, buffer: true })
  return async (mail) => {
    const { message } = await transport.sendMail(asMessage(mail))
    if (!Buffer.isBuffer(message)) throw new Error('the mail composer answered a stream where bytes were asked')
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const name = `${new Date(mail.createdAt).toISOString().replaceAll(/[:.]/g, '-')} ${mail.id}.eml`
    await writeFile(join(folder, `${name}.part`), message, { mode: 0o600, flush: true })
    await rename(join(folder, `${name}.part`), join(folder, name))
    return { state: 'kept', detail: `No mail server is configured; kept as outbox/${name}` }
  }
}
