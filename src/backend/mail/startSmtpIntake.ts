import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server'
import { mailboxOf } from '../../domain/intake/mailboxOf'
import type { BackendContext } from '../context'
import { readPolicy } from '../intake/readPolicy'
import { receiveMail } from './incoming/receiveMail'
import { largestMail } from './largestMail'
import { mailAddress } from './parse/mailAddress'
import { MailReader } from './parse/MailReader'

/** A refusal with its SMTP code; `sentence` is what the sending system shows its user. */
const refusal = (responseCode: number, sentence: string): Error => Object.assign(new Error(sentence), { responseCode })

const readAll = async (stream: SMTPServerDataStream): Promise<Buffer> => {
  const chunks: Buffer[] = []
  // Read to the end also when it is too large: only then may the server answer.
  for await (const chunk of stream as AsyncIterable<Buffer>) if (!stream.sizeExceeded) chunks.push(chunk)
  if (stream.sizeExceeded) {
    throw refusal(552, `This mail is larger than ${largestMail / 1024 / 1024} MB. Please attach large files to a request in the support portal.`)
  }
  return Buffer.concat(chunks)
}

/** The running mail intake. */
export interface SmtpIntake {
  readonly port: number
  readonly close: () => Promise<void>
}

/**
 * Receives mail for the support and the access address on `port` (0 = any free one). Says 250 only after what became of the mail is
 * committed; what fails on our side answers 451, so that the sending server keeps the mail and tries again.
 */
export const startSmtpIntake = async (context: BackendContext, port: number): Promise<SmtpIntake> => {
  const reader = new MailReader()

  const accept = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> => {
    const receivedAt = context.now()
    const raw = await readAll(stream)
    const { mailFrom, rcptTo } = session.envelope
    const envelope = {
      from: mailFrom === false ? null : mailAddress(mailFrom.address),
      to: rcptTo.map(({ address }) => address.toLowerCase()),
    }
    const outcome = await receiveMail(context, { raw, reading: await reader.read(raw), envelope, receivedAt })
    context.mail.wake()
    context.log.info({ outcome, bytes: raw.length }, 'mail received')
    return outcome === 'repeated' ? 'This mail had arrived before' : 'Received'
  }

  const checkRecipient = async (address: string): Promise<void> => {
    const { values } = await readPolicy(context.database.queries)
    if (mailboxOf([address], { ...values, voicemailAddress: context.config.voicemailMail?.address ?? null }) === 'unknown') throw refusal(550, `There is no mailbox ${address} here. Support requests go to ${values.supportAddress}.`)
  }

  const asSmtpError = (error: unknown): Error => {
    if (error instanceof Error && 'responseCode' in error) return error
    context.log.error({ err: error }, 'a mail could not be stored')
    return refusal(451, 'The mail could not be stored at this moment. Please try again later.')
  }

  const server = new SMTPServer({
    banner: 'Engineer Console mail intake',
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: largestMail,
    maxClients: 20,
    socketTimeout: 60_000,
    closeTimeout: 1_000,
    onRcptTo: ({ address }, _session, done) => {
      checkRecipient(address).then(() => done(), (error: unknown) => done(asSmtpError(error)))
    },
    onData: (stream, session, done) => {
      accept(stream, session).then((said) => done(null, said), (error: unknown) => done(asSmtpError(error)))
    },
  })
  // A client that breaks off is no failure of ours.
  server.on('error', (error) => context.log.info({ reason: error.message }, 'a mail connection ended early'))

  const listening = await new Promise<AddressInfo>((resolve, reject) => {
    const socket = server.listen(port, context.config.host, () => resolve(socket.address() as AddressInfo))
    socket.once('error', reject)
  })
  return {
    port: listening.port,
    close: async () => {
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await reader.close()
    },
  }
}
