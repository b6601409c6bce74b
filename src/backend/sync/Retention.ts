import { and, desc, eq, lt, lte, sql } from 'drizzle-orm'
import { addRealMinutes } from '../../domain/calendar/time'
import type { Instant } from '../../domain/calendar/time'
import type { BackendContext } from '../context'
import { Rounds } from '../daemons/Rounds'
import type { Queries } from '../db/database'
import { changeLog, commandLog, device, headMark, syncHead } from '../db/schema'
import { keptResults } from './deviceProgress'

const day = 24 * 60
/** A desk away for longer begins anew (P9). */
const deletionDays = 90
/** A desk may send an old journal again so long, and is answered as the first time (P4). */
const resultDays = 180
const pauseMs = 6 * 3_600_000

/**
 * Forgets what no desk can need any more: deletions and the change log after 90 days, results of intents after 180. The
 * change log knows no time, so each round notes how far the numbers have come, and the floor moves to what was noted 90
 * days ago: never earlier, also when the backend was switched off in between. `runOnce` is one round; `start` runs rounds
 * until `destroy`.
 */
export class Retention {
  private readonly rounds = new Rounds({
    round: async () => this.runOnce(this.parts.now()),
    pauseMs: () => pauseMs,
    onFailure: (error) => this.parts.log.error({ err: error }, 'a round of forgetting old changes failed'),
  })

  constructor(private readonly parts: Pick<BackendContext, 'database' | 'now' | 'log'>) {}

  start(): void {
    this.rounds.start()
  }

  /** Stops after the round being run. */
  async destroy(): Promise<void> {
    await this.rounds.stop()
  }

  async runOnce(now: Instant): Promise<void> {
    await this.parts.database.write(async (tx) => {
      await moveFloor(tx, now)
      await forgetResults(tx, now)
    })
  }
}

const moveFloor = async (tx: Queries, now: Instant): Promise<void> => {
  // Locked, so that two backends on one database do this after each other.
  const [head] = await tx.select({ seq: syncHead.seq, floor: syncHead.floor }).from(syncHead).for('update')
  if (!head) return
  await tx.insert(headMark).values({ at: now, seq: head.seq }).onConflictDoNothing()
  const [due] = await tx.select().from(headMark).where(lte(headMark.at, addRealMinutes(now, -deletionDays * day))).orderBy(desc(headMark.at)).limit(1)
  if (!due || due.seq <= head.floor) return
  await tx.update(syncHead).set({ floor: due.seq })
  await tx.delete(changeLog).where(lte(changeLog.seq, due.seq))
  await tx.delete(headMark).where(lt(headMark.at, due.at))
}

/** The latest results of each desk stay whatever their age: a desk that was away has not read them yet. */
const forgetResults = async (tx: Queries, now: Instant): Promise<void> => {
  await tx
    .delete(commandLog)
    .where(
      and(
        lt(commandLog.at, addRealMinutes(now, -resultDays * day)),
        sql`${commandLog.mut} <= (select ${device.lastMut} from ${device} where ${eq(device.id, commandLog.deviceId)} and ${eq(device.engineerId, commandLog.engineerId)}) - ${keptResults}`,
      ),
    )
}
