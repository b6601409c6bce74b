import { isAbsolute, resolve } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { toInstant } from '../domain/calendar/time'
import type { BackendConfig } from './config/backendConfig'
import { sayListenFailure } from './config/startFailure'
import type { BackendContext } from './context'
import type { Now } from './db/database'
import { openDatabase } from './db/openDatabase'
import { openFileStore } from './files/openFileStore'
import { createHttp } from './http/createHttp'
import { registerRoutes } from './http/registerRoutes'
import { createHintHub } from './sync/hintHub'

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
  readonly devOrigins?: readonly string[]
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
  const close = async (): Promise<void> => {
    for (const step of closers.splice(0).toReversed()) await step()
  }
  try {
    const { logger: log, now = systemClock } = options
    const dataDir = isAbsolute(options.dataDir) ? options.dataDir : resolve(options.dataDir)
    const database = await openDatabase({ dataDir, databaseUrl: options.databaseUrl, log })
    closers.push(database.close)

    let url = ''
    const config: BackendConfig = {
      host: options.host,
      dataDir,
      databaseUrl: options.databaseUrl,
      smtpOut: options.smtpOut,
      devOrigins: options.devOrigins ?? [],
      publicUrl: () => options.publicUrl ?? url,
    }
    const context: BackendContext = {
      database,
      now,
      config,
      log,
      files: openFileStore(dataDir),
      mail: { wake: () => undefined },
      onReply: async () => undefined,
    }
    const hub = createHintHub({ database, now, log })
    closers.push(hub.destroy)
    const app = await createHttp(context)
    closers.push(async () => app.close())
    registerRoutes(app, context, hub)
    url = await listen(app, options.host, options.port)
    return { url, smtpPort: null, demo: null, close }
  } catch (error) {
    await close()
    throw error
  }
}

const listen = async (app: FastifyInstance, host: string, port: number): Promise<string> => {
  try {
    await app.listen({ host, port })
  } catch (error) {
    throw sayListenFailure(error, 'the backend', host, port)
  }
  const address = app.server.address()
  const bound = typeof address === 'object' && address !== null ? address.port : port
  const everywhere = host === '0.0.0.0' || host === '::'
  return `http://${everywhere || host === 'localhost' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${bound}`
}
