import type { DeskAnswer } from '../../protocol/ipc/deskApi'
import type { BackendDescription } from '../../protocol/ipc/messages'
import type { EmbeddedBackend } from './embeddedBackend'
import { parseBackendAddress } from './parseBackendAddress'

export interface LinkParts {
  /** Makes the embedded backend; asked once, when it is first wanted. */
  readonly embedded: (changed: (description: BackendDescription) => void) => EmbeddedBackend
  /** The configured origin, null = embedded. */
  readonly configured: () => string | null
  readonly configure: (origin: string | null) => void
  /** An origin or `embedded` from the environment that overrides the settings; null = none. */
  readonly forced: string | null
  readonly changed: (description: BackendDescription) => void
}

/** Which backend this desk belongs to: the embedded one or one elsewhere. Main knows its address, never what it says. */
export class BackendLink {
  readonly #parts: LinkParts
  #embedded: EmbeddedBackend | null = null
  #remote: string | null = null

  constructor(parts: LinkParts) {
    this.#parts = parts
  }

  describe(): BackendDescription {
    if (this.#embedded !== null) return this.#embedded.description
    return { mode: 'remote', state: 'unchecked', url: this.#remote, smtpPort: null, demo: null, detail: '' }
  }

  /** The one origin the desk's pages may connect to; null until it is known. */
  origin(): string | null {
    const { url } = this.describe()
    return url === null ? null : new URL(url).origin
  }

  /** Decides where the backend is, and the ports of an embedded one. Nothing runs yet. */
  async prepare(): Promise<void> {
    const { forced, configured } = this.#parts
    await this.#choose(forced === 'embedded' ? null : (forced ?? configured()))
  }

  /** Runs the embedded backend, if it is the one. */
  start(): void {
    this.#embedded?.start()
  }

  /** Moves the desk to another backend and remembers it. */
  async connect(address: string | null): Promise<DeskAnswer<'backend.connect'>> {
    if (this.#parts.forced !== null) {
      return { outcome: 'refused', reason: 'The backend of this desk is fixed by ENGINEER_CONSOLE_BACKEND, which was set when it was started.' }
    }
    const parsed = address === null ? null : parseBackendAddress(address)
    if (parsed !== null && !parsed.ok) return { outcome: 'refused', reason: parsed.reason }
    const origin = parsed?.origin ?? null
    if (origin === this.#parts.configured()) return { outcome: 'done' }
    await this.stop()
    this.#parts.configure(origin)
    try {
      await this.#choose(origin)
    } catch (error) {
      return { outcome: 'failed', reason: error instanceof Error ? error.message : String(error) }
    }
    this.start()
    this.#parts.changed(this.describe())
    return { outcome: 'done' }
  }

  /** Ends the embedded backend in order. */
  async stop(): Promise<void> {
    const embedded = this.#embedded
    this.#embedded = null
    await embedded?.stop()
  }

  async #choose(origin: string | null): Promise<void> {
    this.#remote = origin
    if (origin !== null) return
    this.#embedded = this.#parts.embedded((description) => {
      if (this.#embedded !== null) this.#parts.changed(description)
    })
    await this.#embedded.prepare()
  }
}
