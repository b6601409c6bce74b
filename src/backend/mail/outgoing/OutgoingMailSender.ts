import { randomUUID } from 'node:crypto'
import { and, asc, eq, lte } from 'drizzle-orm'
import { addRealMinutes } from '../../../domain/calendar/time'
import type { Instant } from '../../../domain/calendar/time'
import type { BackendContext, OutgoingMail } from '../../context'
import { Rounds } from '../../daemons/Rounds'
import { outgoingMail, timelineEvent } from '../../db/schema'
import type { DeliverMail } from './deliverMail'
import { deliverBySmtp, keepInOutbox } from './deliverMail'
import { isPermanentRefusal } from './isPermanentRefusal'
import { nextTry } from './nextTry'

type Row = typeof outgoingMail.$inferSelect
type Outcome = { readonly state: 'sent' | 'kept' | 'failed'; readonly detail: string } | { readonly state: 'queued'; readonly detail: string; readonly nextTryAt: Instant }

/** How long a mail being tried is left alone by other backends, in real minutes. */
const leaseMinutes = 5
const pauseMs = 5_000

/** What the sender needs of the backend; the whole context would not exist yet when it is built. */
export type SenderParts = Pick<BackendContext, 'database' | 'now' | 'config' | 'log'>

/**
 * Sends queued mail: over SMTP when configured, else into the outbox folder. Each outcome is stored with the mail and
 * told on the ticket's timeline. `runOnce` is one round; `start` runs rounds until `destroy`.
 */
export class OutgoingMailSender implements OutgoingMail {
  private readonly rounds = new Rounds({
    round: async () => this.runOnce(this.parts.now()),
    pauseMs: () => pauseMs,
    onFailure: (error) => this.parts.log.error({ err: error }, 'a round of outgoing mail failed'),
  })

  constructor(
    private readonly parts: SenderParts,
    private readonly deliver: DeliverMail = parts.config.smtpOut === null
      ? keepInOutbox(parts.config.dataDir)
      : deliverBySmtp(parts.config.smtpOut),
  ) {}

  start(): void {
    this.rounds.start()
  }

  wake = (): void => this.rounds.wake()

  /** Stops after the round under way. */
  async destroy(): Promise<void> {
    await this.rounds.stop()
  }

  /** Tries every mail that is due at `now`, oldest first. Answers how many were tried. */
  async runOnce(now: Instant): Promise<number> {
    const { queries } = this.parts.database
    const due = await queries
      .select()
      .from(outgoingMail)
      .where(and(eq(outgoingMail.state, 'queued'), lte(outgoingMail.nextTryAt, now)))
      .orderBy(asc(outgoingMail.createdAt))
      .limit(50)
    let tried = 0
    for (const mail of due) {
      if (!(await this.takeLease(mail, now))) continue
      tried += 1
      await this.settle(mail, await this.tryToDeliver(mail, now), now)
    }
    return tried
  }

  private async takeLease(mail: Row, now: Instant): Promise<boolean> {
    const { value } = await this.parts.database.write(async (tx) =>
      tx
        .update(outgoingMail)
        .set({ nextTryAt: addRealMinutes(now, leaseMinutes) })
        .where(and(eq(outgoingMail.id, mail.id), eq(outgoingMail.state, 'queued'), lte(outgoingMail.nextTryAt, now)))
        .returning({ id: outgoingMail.id }),
    )
    return value.length > 0
  }

  private async tryToDeliver(mail: Row, now: Instant): Promise<Outcome> {
    try {
      return await this.deliver(mail)
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error)
      const again = isPermanentRefusal(error) ? null : nextTry(mail.createdAt, now)
      this.parts.log.warn({ mail: mail.id, detail, again }, 'a mail could not be sent')
      return again === null ? { state: 'failed', detail } : { state: 'queued', detail, nextTryAt: again }
    }
  }

  private async settle(mail: Row, outcome: Outcome, now: Instant): Promise<void> {
    await this.parts.database.write(async (tx, touched) => {
      if (outcome.state === 'queued') {
        await tx.update(outgoingMail).set({ detail: outcome.detail, nextTryAt: outcome.nextTryAt }).where(eq(outgoingMail.id, mail.id))
        return
      }
      const settled = { state: outcome.state, detail: outcome.detail, settledAt: now, ...(mail.secret ? { text: '' } : {}) }
      await tx.update(outgoingMail).set(settled).where(eq(outgoingMail.id, mail.id))
      if (mail.ticketId === null) return
      const id = randomUUID()
      await tx.insert(timelineEvent).values({
        id,
        ticketId: mail.ticketId,
        at: now,
        actor: { kind: 'system', id: null, name: 'Mail' },
        body: { kind: 'mail', outcome: outcome.state, to: mail.to, detail: outcome.detail },
      })
      touched.put('timelineEvent', id)
    })
  }
}
