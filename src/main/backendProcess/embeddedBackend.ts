import { utilityProcess } from 'electron'
import type { UtilityProcess } from 'electron'
import { backendReportShape } from '../../protocol/ipc/backendMessages'
import type { BackendOrder, BackendReport } from '../../protocol/ipc/backendMessages'
import type { BackendDescription } from '../../protocol/ipc/messages'
import { restartDelay } from '../app/restartDelay'
import { choosePort } from './choosePort'

const HOST = '127.0.0.1'
/** An orderly stop closes the database; after this long the process is ended the hard way. */
const STOP_MS = 5_000

export interface Ports {
  readonly http: number
  readonly smtp: number
}

export interface EmbeddedParts {
  /** The built backend. Its path only: main never loads it. */
  readonly script: string
  readonly dataDir: string
  readonly demo: boolean
  /** The ports of last time, 0 = none, and where to remember them. */
  readonly rememberedPorts: () => Ports
  readonly rememberPorts: (ports: Ports) => void
  readonly changed: (description: BackendDescription) => void
}

/** The backend inside this desk: one child process, started again whenever it ends by itself. */
export class EmbeddedBackend {
  readonly #parts: EmbeddedParts
  #child: UtilityProcess | null = null
  #ports: Ports | null = null
  #failures: number[] = []
  #timer: NodeJS.Timeout | null = null
  #stopping = false
  #description: BackendDescription = { mode: 'embedded', state: 'stopped', url: null, smtpPort: null, demo: null, detail: '' }

  constructor(parts: EmbeddedParts) {
    this.#parts = parts
  }

  get description(): BackendDescription {
    return this.#description
  }

  /** Fixes the ports, so that the address is known before the process runs: the window's policy names it. */
  async prepare(): Promise<void> {
    const remembered = this.#parts.rememberedPorts()
    const http = await choosePort(remembered.http)
    const ports = { http, smtp: await choosePort(remembered.smtp === http ? 0 : remembered.smtp) }
    this.#ports = ports
    this.#parts.rememberPorts(ports)
    this.#become({ state: 'starting', url: `http://${HOST}:${http}`, smtpPort: ports.smtp, detail: '' })
  }

  /** Starts the process on the prepared ports. Its fate is told through `changed`. */
  start(): void {
    const { script, dataDir, demo } = this.#parts
    const child = utilityProcess.fork(script, [], { serviceName: 'Engineer Console backend', stdio: 'inherit' })
    this.#child = child
    const ports = this.#ports ?? { http: 0, smtp: 0 }
    child.once('spawn', () => send(child, { kind: 'start', options: { host: HOST, port: ports.http, smtpPort: ports.smtp, dataDir, demo } }))
    child.on('message', (message: unknown) => this.#hear(message))
    child.once('exit', (code) => this.#ended(code))
  }

  /** Ends the process in order, or the hard way after five seconds. Resolves when it has gone. */
  async stop(): Promise<void> {
    this.#stopping = true
    if (this.#timer !== null) clearTimeout(this.#timer)
    const child = this.#child
    if (child !== null) {
      await new Promise<void>((resolve) => {
        const hard = setTimeout(() => child.kill(), STOP_MS)
        child.once('exit', () => {
          clearTimeout(hard)
          resolve()
        })
        send(child, { kind: 'stop' })
      })
    }
    this.#become({ state: 'stopped', detail: '' })
  }

  #hear(message: unknown): void {
    const report = backendReportShape.safeParse(message)
    if (report.success) this.#report(report.data)
    else console.error('The embedded backend sent a message that is not in the protocol:', message)
  }

  #report(report: BackendReport): void {
    switch (report.kind) {
      case 'listening':
        this.#become({ state: 'listening', url: report.url, smtpPort: report.smtpPort, demo: report.demo, detail: '' })
        break
      case 'failed':
        this.#become({ state: 'failed', detail: report.message })
        break
    }
  }

  #ended(code: number): void {
    this.#child = null
    if (this.#stopping) return
    this.#failures = [...this.#failures, performance.now()].slice(-10)
    const wait = restartDelay(this.#failures)
    const told = this.#description.state === 'failed' ? this.#description.detail : `The backend of this desk ended unexpectedly (code ${code}).`
    this.#become({ state: 'failed', detail: told })
    console.error(`${told} It is started again in ${wait} ms.`)
    this.#timer = setTimeout(() => void this.#startAgain(), wait)
  }

  async #startAgain(): Promise<void> {
    try {
      await this.prepare()
      if (!this.#stopping) this.start()
    } catch (error) {
      this.#become({ state: 'failed', detail: error instanceof Error ? error.message : String(error) })
    }
  }

  #become(change: Partial<BackendDescription>): void {
    this.#description = { ...this.#description, ...change }
    this.#parts.changed(this.#description)
  }
}

function send(child: UtilityProcess, order: BackendOrder): void {
  child.postMessage(order)
}
