import { and, eq, isNotNull, lte } from 'drizzle-orm'
import { expireAccess } from '../../domain/access/expireAccess'
import type { Instant } from '../../domain/calendar/time'
import type { BackendContext } from '../context'
import { Rounds } from '../daemons/Rounds'
import { accessRequest, contact } from '../db/schema'
import { storeAccess } from './storeAccess'

/** The access itself ends by its own time on every request; this only makes it visible, so minutes are early enough. */
const pauseMs = 60_000

/**
 * Marks temporary access that ended unconfirmed, and ends the sessions of who had it (R34). `runOnce` is one round;
 * `start` runs rounds until `destroy`.
 */
export class AccessExpiry {
  private readonly rounds = new Rounds({
    round: async () => this.runOnce(this.parts.now()),
    pauseMs: () => pauseMs,
    onFailure: (error) => this.parts.log.error({ err: error }, 'a round of ending temporary access failed'),
  })

  constructor(private readonly parts: Pick<BackendContext, 'database' | 'now' | 'log'>) {}

  start(): void {
    this.rounds.start()
  }

  /** Stops after the round being run. */
  async destroy(): Promise<void> {
    await this.rounds.stop()
  }

  /** Marks what has ended by `now`. Answers how many requests were marked. */
  async runOnce(now: Instant): Promise<number> {
    const due = await this.parts.database.queries
      .select({ id: accessRequest.id })
      .from(accessRequest)
      .innerJoin(contact, eq(contact.id, accessRequest.contactId))
      .where(and(eq(accessRequest.state, 'granted'), eq(accessRequest.kind, 'temporary'), eq(contact.access, 'temporary'), isNotNull(contact.accessUntil), lte(contact.accessUntil, now)))
    let marked = 0
    for (const { id } of due) if (await this.expire(id, now)) marked += 1
    return marked
  }

  private async expire(id: string, now: Instant): Promise<boolean> {
    const { value } = await this.parts.database.write(async (tx, touched) => {
      // Looked at again under the lock: the primary contact may have confirmed meanwhile.
      const [found] = await tx
        .select({ request: accessRequest, contact })
        .from(accessRequest)
        .innerJoin(contact, eq(contact.id, accessRequest.contactId))
        .where(eq(accessRequest.id, id))
        .for('update')
      if (!found) return false
      const expired = expireAccess(found.request, found.contact, now)
      if (expired === found.request) return false
      await storeAccess(tx, touched, { ok: true, request: expired, contact: found.contact, warnings: [] }, now)
      return true
    })
    return value
  }
}
