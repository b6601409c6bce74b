import { backendOrderShape } from '../protocol/ipc/backendMessages'
import type { BackendReport, EmbeddedOptions } from '../protocol/ipc/backendMessages'
import { startBackend } from './app'
import type { Backend } from './app'
import { createLog } from './config/createLog'
import { embeddedSettings } from './config/embeddedSettings'
import { sayStartFailure } from './config/startFailure'

/** What Electron's utility process gives its child; declared here because this room does not import Electron. */
interface ParentPort {
  readonly postMessage: (message: BackendReport) => void
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void
}

/** How often it is checked that the desk still lives; without it the data folder would stay locked. */
const parentCheckMilliseconds = 2_000

const log = createLog()
const { parentPort } = process as unknown as { readonly parentPort?: ParentPort }
if (!parentPort) throw new Error('This entry runs inside the desk only. Use "npm run backend" to run the backend alone.')

let backend: Promise<Backend> | undefined

const start = async (port: ParentPort, options: EmbeddedOptions): Promise<void> => {
  if (backend) return
  try {
    backend = startBackend({
      ...options,
      ...embeddedSettings(options.demo, process.env),
      // A database server belongs to a backend that runs alone: a stray variable must not fill it with a demo world.
      databaseUrl: null,
      logger: log,
    })
    const { url, smtpPort, demo } = await backend
    port.postMessage({ kind: 'listening', url, smtpPort, demo })
  } catch (error) {
    log.error({ err: error }, 'the embedded backend could not start')
    port.postMessage({ kind: 'failed', message: sayStartFailure(error) })
    // The message needs a moment to leave before the process does.
    setTimeout(() => process.exit(1), 200)
  }
}

const stop = async (): Promise<void> => {
  try {
    await (await backend)?.close()
    process.exit(0)
  } catch (error) {
    log.error({ err: error }, 'the embedded backend did not close cleanly')
    process.exit(1)
  }
}

parentPort.on('message', ({ data }) => {
  const order = backendOrderShape.safeParse(data)
  if (!order.success) log.error('the desk sent an order that is not in the protocol')
  else if (order.data.kind === 'start') void start(parentPort, order.data.options)
  else void stop()
})

const parent = process.ppid
setInterval(() => {
  if (process.ppid !== parent) void stop()
}, parentCheckMilliseconds).unref()
