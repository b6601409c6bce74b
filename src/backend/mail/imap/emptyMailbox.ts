import { rootCertificates } from 'node:tls'
import { ImapFlow } from 'imapflow'
import { isThisMachine } from './imapAddress'
import type { ImapAddress } from './imapAddress'
import type { PolledMessage } from './mailFromMailbox'

/** Where mail goes once it is stored with us; made when it is missing. People find it there. */
export const takenFolder = 'Taken by Engineer Console'

/** What one round found; `tooLarge` mails stay in the mailbox. */
export interface MailboxRound {
  readonly taken: number
  readonly tooLarge: number
}

interface Parts {
  readonly address: ImapAddress
  /** A certificate that is trusted beside those everybody trusts, as PEM; null = none. */
  readonly ca: string | null
  /** In bytes. */
  readonly largestMail: number
  /** Answers once the mail is durable; what it throws ends the round and leaves the mail where it is. */
  readonly store: (message: PolledMessage) => Promise<void>
  /** Whether to end after the message at hand. */
  readonly stopped: () => boolean
}

const connect = async (address: ImapAddress, ca: string | null): Promise<ImapFlow> => {
  const { host, port, secure, user, password } = address
  const client = new ImapFlow({
    host: host.replaceAll(/[[\]]/g, ''),
    port,
    secure,
    auth: { user, pass: password },
    ...(secure || isThisMachine(address) ? {} : { doSTARTTLS: true }),
    ...(ca === null ? {} : { tls: { ca: [...rootCertificates, ca] } }),
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 20_000,
    socketTimeout: 60_000,
  })
  // A connection that breaks fails the command under way, which tells it; this event tells it a second time.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

const ensureFolder = async (client: ImapFlow): Promise<string> => {
  const known = (await client.list()).find(({ name }) => name === takenFolder)
  return known ? known.path : (await client.mailboxCreate([takenFolder])).path
}

/**
 * Takes every message of a mailbox, oldest first: stored with us first, then moved to `takenFolder`. A message that was
 * stored and not moved comes again under the same `sourceKey`. Throws what the server or the network said.
 */
export const emptyMailbox = async ({ address, ca, largestMail, store, stopped }: Parts): Promise<MailboxRound> => {
  const client = await connect(address, ca)
  try {
    const folder = await ensureFolder(client)
    const { uidValidity, exists } = await client.mailboxOpen(address.mailbox)
    if (exists === 0) return { taken: 0, tooLarge: 0 }
    const listed = await client.fetchAll('1:*', { uid: true, size: true, internalDate: true })
    const [fitting, tooLarge] = [listed.filter(({ size }) => (size ?? 0) <= largestMail), listed.filter(({ size }) => (size ?? 0) > largestMail)]
    let taken = 0
    for (const { uid, internalDate } of fitting) {
      if (stopped()) break
      const found = await client.fetchOne(String(uid), { source: true }, { uid: true })
      // Somebody else moved it meanwhile.
      if (found === false || found.source === undefined) continue
      await store({
        raw: found.source,
        internalDate: internalDate === undefined ? null : new Date(internalDate),
        sourceKey: `${address.user}@${address.host} ${address.mailbox} ${uidValidity} ${uid}`,
      })
      await client.messageMove(String(uid), folder, { uid: true })
      taken += 1
    }
    return { taken, tooLarge: tooLarge.length }
  } finally {
    await client.logout().catch(() => client.close())
  }
}
