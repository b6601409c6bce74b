import { isAbsolute, resolve } from 'node:path'
import type { Logger } from 'pino'
import { toInstant } from '../domain/calendar/time'
import { AccessExpiry } from './access/AccessExpiry'
import { hashPassword } from './accounts/hashPassword'
import type { BackendConfig } from './config/backendConfig'
import type { S3Settings } from './config/readS3Settings'
import type { VoiceSettings } from './config/readVoiceSettings'
import type { VoicemailMail } from './config/readVoicemailMail'
import { sayListenFailure } from './config/startFailure'
import type { BackendContext } from './context'
import type { Now } from './db/database'
import { openDatabase } from './db/openDatabase'
import { seedDemo } from './demo/seedDemo'
import { createFileStore } from './files/createFileStore'
import { FileSweep } from './files/FileSweep'
import { openStorage } from './files/openStorage'
import { StorageWatch } from './files/StorageWatch'
import { createHttp } from './http/createHttp'
import { listen } from './http/listen'
import { registerRoutes } from './http/registerRoutes'
import { voiceRoutes } from './http/voiceRoutes'
import { ImapPoller } from './mail/imap/ImapPoller'
import { OutgoingMailSender } from './mail/outgoing/OutgoingMailSender'
import { queueReply } from './mail/outgoing/queueReply'
import { startSmtpIntake } from './mail/startSmtpIntake'
import type { SmtpIntake } from './mail/startSmtpIntake'
import { createHintHub } from './sync/hintHub'
import { Retention } from './sync/Retention'
import { RecordingFetcher } from './voice/RecordingFetcher'

/** How to run a backend. */
export interface BackendOptions {
  readonly host: string
  /** 0 = any free port. */
  readonly port: number
  /** 0 = any free port, null = no mail intake. */
  readonly smtpPort: number | null
  readonly dataDir: string
  /** Null = the embedded engine in `dataDir`. */
  readonly databaseUrl: string | null
  /** Fill an empty database with the demo world. */
  readonly demo: boolean
  /** Where customers reach the portal; null = the address listened on. */
  readonly publicUrl: string | null
  /** Server for outgoing mail; null = mail is kept in `<dataDir>/outbox`. */
  readonly smtpOut: string | null
  /** The telephone lines; none unless given. */
  readonly voice?: VoiceSettings | null
  /** The telephone system that mails the tech line's voicemails; null or absent = none does. */
  readonly voicemailMail?: VoicemailMail | null
  /** Support mailbox to poll, `imaps://user:password@host/mailbox`; null or absent = none. */
  readonly imapUrl?: string | null
  /** The certificate of that server's own authority, as PEM; null or absent = those everybody trusts. */
  readonly imapCa?: string | null
  /** Bucket for files; null or absent = they are kept in `dataDir`. */
  readonly s3?: S3Settings | null
  readonly now?: Now
  readonly logger: Logger
}

/** Sign-ins of the demo world. */
export interface DemoAccounts {
  readonly email: string
  readonly password: string
  readonly portal: { readonly email: string; readonly password: string }
}

/** A backend that is up. */
export interface Backend {
  /** `http://127.0.0.1:PORT`, without a trailing slash. */
  readonly url: string
  readonly smtpPort: number | null
  readonly demo: DemoAccounts | null
  /** Stops taking requests, lets running transactions end, frees the data folder. */
  readonly close: () => Promise<void>
}

const systemClock: Now = () => toInstant(Date.now())

/**
 * Builds every part by hand, in order, and listens. Throws `DataDirLockedError` or `StartFailure` with words for the
 * person who started it; what was opened until then is closed again.
 */
export const startBackend = async (options: BackendOptions): Promise<Backend> => {
  const closers: (() => Promise<void> | void)[] = []
  const close = async (): Promise<void> => closeAll(closers.splice(0).toReversed())
  try {
    const { logger: log, now = systemClock } = options
    const dataDir = isAbsolute(options.dataDir) ? options.dataDir : resolve(options.dataDir)
    const database = await openDatabase({ dataDir, databaseUrl: options.databaseUrl, log })
    closers.push(database.close)

    const bytes = await openStorage(dataDir, options.s3 ?? null)
    const storage = new StorageWatch(bytes, { now, log })
    closers.push(async () => storage.destroy())

    let url = ''
    const config: BackendConfig = {
      host: options.host,
      dataDir,
      databaseUrl: options.databaseUrl,
      smtpOut: options.smtpOut,
      publicUrl: () => options.publicUrl ?? url,
      voicemailMail: options.voicemailMail ?? null,
      telephone: { techLine: (options.voice?.techLine.length ?? 0) > 0, hotline: (options.voice?.hotline.length ?? 0) > 0 },
    }
    const mail = new OutgoingMailSender({ database, now, config, log })
    closers.push(async () => mail.destroy())
    let poller: ImapPoller | null = null
    const context: BackendContext = {
      database,
      now,
      config,
      log,
      files: createFileStore(bytes, { database, now, log }),
      mail,
      onReply: async (tx, _touched, reply) => queueReply(context, tx, reply),
      mailbox: () => poller?.health() ?? null,
      storage: () => storage.health(),
    }
    const demo = options.demo ? await seedDemo({ database, now: now(), hashPassword, files: context.files }) : null

    const hub = createHintHub({ database, now, log })
    const app = await createHttp(context)
    closers.push(async () => app.close(), hub.destroy)
    registerRoutes(app, context, hub)
    const recordings = options.voice ? new RecordingFetcher(context, options.voice) : null
    if (options.voice && recordings) {
      voiceRoutes(app, context, options.voice, recordings.wake)
      closers.push(async () => recordings.destroy())
    }
    url = await listen(app, options.host, options.port)
    const intake = options.smtpPort === null ? null : await listenForMail(context, options.smtpPort)
    if (intake) closers.push(intake.close)
    mail.start()
    const expiry = new AccessExpiry(context)
    closers.push(async () => expiry.destroy())
    expiry.start()
    const sweep = new FileSweep(bytes, context)
    closers.push(async () => sweep.destroy())
    sweep.start()
    storage.start()
    const retention = new Retention(context)
    closers.push(async () => retention.destroy())
    retention.start()
    if (options.imapUrl) {
      const polling = (poller = new ImapPoller(context, options.imapUrl, options.imapCa ?? null))
      closers.push(async () => polling.destroy())
      polling.start()
    }
    recordings?.start()
    return { url, smtpPort: intake?.port ?? null, demo, close }
  } catch (error) {
    await close()
    throw error
  }
}

const listenForMail = async (context: BackendContext, port: number): Promise<SmtpIntake> => {
  try {
    return await startSmtpIntake(context, port)
  } catch (error) {
    throw sayListenFailure(error, 'the mail intake', context.config.host, port)
  }
}

/** Closes every part, also when one of them fails to: the data folder must be free afterwards. */
const closeAll = async (steps: readonly (() => Promise<void> | void)[]): Promise<void> => {
  const failures: unknown[] = []
  for (const step of steps) {
    try {
      await step()
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'The backend could not close cleanly')
}
