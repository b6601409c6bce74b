import { asc, inArray, lte } from 'drizzle-orm'
import { addRealMinutes } from '../../domain/calendar/time'
import type { Instant } from '../../domain/calendar/time'
import type { BackendContext } from '../context'
import { Rounds } from '../daemons/Rounds'
import { stagedFile } from '../db/schema'
import type { ByteStore } from './byteStore'
import { ownedFiles } from './ownedFiles'

/** How old a stored file must be, in real minutes: far longer than any request that may still come to own it. */
const graceMinutes = 24 * 60
const pauseMs = 60 * 60 * 1000
const mostAtOnce = 200

/**
 * Removes files that were stored and that nothing came to own, because the backend was killed between the two. `runOnce`
 * is one round; `start` runs rounds until `destroy`.
 */
export class FileSweep {
  private readonly rounds = new Rounds({
    round: async () => this.runOnce(this.parts.now()),
    pauseMs: () => pauseMs,
    onFailure: (error) => this.parts.log.error({ err: error }, 'a round of removing files that nothing owns failed'),
  })

  constructor(
    private readonly bytes: Pick<ByteStore, 'remove'>,
    private readonly parts: Pick<BackendContext, 'database' | 'now' | 'log'>,
  ) {}

  start(): void {
    this.rounds.start()
  }

  /** Stops after the round being run. */
  async destroy(): Promise<void> {
    await this.rounds.stop()
  }

  /** Looks at all files stored a day before `now`. Answers how many it removed. */
  async runOnce(now: Instant): Promise<number> {
    let removed = 0
    for (let looked = mostAtOnce; looked === mostAtOnce; ) {
      const { queries } = this.parts.database
      const due = await queries
        .select({ id: stagedFile.id })
        .from(stagedFile)
        .where(lte(stagedFile.stagedAt, addRealMinutes(now, -graceMinutes)))
        .orderBy(asc(stagedFile.stagedAt))
        .limit(mostAtOnce)
      const ids = due.map(({ id }) => id)
      const owned = await ownedFiles(queries, ids)
      for (const id of ids) if (!owned.has(id)) await this.bytes.remove(id)
      // The rows go last: what could not be removed is looked at again.
      if (ids.length > 0) await this.parts.database.write(async (tx) => tx.delete(stagedFile).where(inArray(stagedFile.id, ids)))
      removed += ids.length - owned.size
      looked = ids.length
    }
    if (removed > 0) this.parts.log.info({ removed }, 'files that nothing owned were removed')
    return removed
  }
}
