import { startBackend } from './app'
import { createLog } from './config/createLog'
import { readArguments } from './config/readArguments'
import { readImapCa } from './config/readImapCa'
import { readS3Settings } from './config/readS3Settings'
import { readVoicemailMail } from './config/readVoicemailMail'
import { readVoiceSettings } from './config/readVoiceSettings'
import { sayStartFailure } from './config/startFailure'

const run = async (): Promise<void> => {
  const log = createLog()
  const options = readArguments(process.argv.slice(2), process.env)
  const backend = await startBackend({ ...options, imapCa: readImapCa(process.env), voice: readVoiceSettings(process.env), voicemailMail: readVoicemailMail(process.env), s3: readS3Settings(process.env), logger: log })
  const stop = (signal: NodeJS.Signals): void => {
    log.info({ signal }, 'stopping')
    backend.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'the backend did not close cleanly')
        process.exit(1)
      },
    )
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  log.info({ url: backend.url, smtpPort: backend.smtpPort, database: options.databaseUrl === null ? 'embedded' : 'server' }, 'started')
  // Whoever started this process reads the address here; nothing else is ever written to standard output.
  process.stdout.write(`listening on ${backend.url}\n`)
}

run().catch((error: unknown) => {
  process.stderr.write(`${sayStartFailure(error)}\n`)
  process.exit(1)
})
