import type { Instant } from '../../domain/calendar/time'
import type { BackendContext } from '../context'
import { Rounds } from '../daemons/Rounds'
import type { ByteStore } from './byteStore'
import { StorageAwayError } from './StorageAwayError'

/** How the place of the files fares. `since` is when it came to be so. */
export interface StorageHealth {
  readonly state: 'ok' | 'away'
  readonly since: Instant
}

const pauseMs = 30_000

/** Looks every half minute whether files can be stored and fetched. `runOnce` is one look; `start` looks until `destroy`. */
export class StorageWatch {
  private told: StorageHealth
  private readonly rounds = new Rounds({
    round: async () => this.runOnce(),
    pauseMs: () => pauseMs,
    onFailure: (error) => this.parts.log.error({ err: error }, 'the file storage could not be checked'),
  })

  constructor(
    private readonly bytes: Pick<ByteStore, 'check'>,
    private readonly parts: Pick<BackendContext, 'now' | 'log'>,
  ) {
    this.told = { state: 'ok', since: parts.now() }
  }

  health(): StorageHealth {
    return this.told
  }

  start(): void {
    this.rounds.start()
  }

  /** Stops after the look being taken. */
  async destroy(): Promise<void> {
    await this.rounds.stop()
  }

  /** Looks once, and says in the log what changed. */
  async runOnce(): Promise<void> {
    try {
      await this.bytes.check()
      this.tell('ok', '')
    } catch (error) {
      if (!(error instanceof StorageAwayError)) throw error
      this.tell('away', error.detail)
    }
  }

  private tell(state: StorageHealth['state'], detail: string): void {
    if (state === this.told.state) return
    this.told = { state, since: this.parts.now() }
    if (state === 'ok') this.parts.log.info('the file storage is back')
    else this.parts.log.error({ detail }, 'the file storage is away')
  }
}
