import { and, asc, eq, lte } from 'drizzle-orm'
import { addRealMinutes } from '../../domain/calendar/time'
import type { Instant } from '../../domain/calendar/time'
import type { VoiceSettings } from '../config/readVoiceSettings'
import type { BackendContext, StagedFile } from '../context'
import { Rounds } from '../daemons/Rounds'
import { incomingCall } from '../db/schema'
import { nextTry } from '../mail/outgoing/nextTry'
import { fetchRecording } from './fetchRecording'
import { storeRecordingOutcome } from './storeRecordingOutcome'
import { UnusableRecordingError } from './UnusableRecordingError'

type Row = typeof incomingCall.$inferSelect
type Fetched = { readonly file: StagedFile } | { readonly failed: string; readonly again: Instant | null }

/** How long a recording being fetched is left alone by other backends, in real minutes. */
const leaseMinutes = 5
const pauseMs = 5_000

/**
 * Fetches the recordings of voicemails from the provider, from durable rows, so that neither a page nor the provider's
 * request waits for one. What fails is tried again with growing pauses, and the ticket's timeline says so. `runOnce` is
 * one round; `start` runs rounds until `destroy`.
 */
export class RecordingFetcher {
  private readonly stopping = new AbortController()
  private readonly rounds = new Rounds({
    round: async () => this.runOnce(this.parts.now()),
    pauseMs: () => pauseMs,
    onFailure: (error) => this.parts.log.error({ err: error }, 'a round of fetching recordings failed'),
  })

  constructor(
    private readonly parts: Pick<BackendContext, 'database' | 'now' | 'files' | 'log'>,
    private readonly settings: VoiceSettings,
  ) {}

  start(): void {
    this.rounds.start()
  }

  /** Looks now: a call with a recording was just stored. */
  wake = (): void => this.rounds.wake()

  /** Gives up the fetch under way; its row waits for the next start. */
  async destroy(): Promise<void> {
    this.stopping.abort()
    await this.rounds.stop()
  }

  /** Tries every recording that is due at `now`, oldest first. Answers how many were tried. */
  async runOnce(now: Instant): Promise<number> {
    const due = await this.parts.database.queries
      .select()
      .from(incomingCall)
      .where(and(eq(incomingCall.recording, 'waiting'), lte(incomingCall.nextTryAt, now)))
      .orderBy(asc(incomingCall.nextTryAt))
      .limit(20)
    let tried = 0
    for (const call of due) {
      if (this.stopping.signal.aborted || !(await this.takeLease(call, now))) continue
      tried += 1
      const fetched = await this.tryToFetch(call, now)
      if (fetched !== 'stopped') await this.settle(call, fetched, now)
    }
    return tried
  }

  private async takeLease({ callSid }: Row, now: Instant): Promise<boolean> {
    const { value } = await this.parts.database.write(async (tx) =>
      tx
        .update(incomingCall)
        .set({ nextTryAt: addRealMinutes(now, leaseMinutes) })
        .where(and(eq(incomingCall.callSid, callSid), eq(incomingCall.recording, 'waiting'), lte(incomingCall.nextTryAt, now)))
        .returning({ callSid: incomingCall.callSid }),
    )
    return value.length > 0
  }

  private async tryToFetch(call: Row, now: Instant): Promise<Fetched | 'stopped'> {
    try {
      return { file: await fetchRecording(this.settings, this.parts.files, call.recordingUrl, this.stopping.signal) }
    } catch (error) {
      if (this.stopping.signal.aborted) return 'stopped'
      const failed = error instanceof Error ? error.message : String(error)
      const again = error instanceof UnusableRecordingError ? null : nextTry(call.receivedAt, now)
      this.parts.log.warn({ call: call.callSid, failed, again }, 'a recording could not be fetched')
      return { failed, again }
    }
  }

  private async settle(call: Row, fetched: Fetched, now: Instant): Promise<void> {
    const { callSid, ticketId } = call
    const tries = call.tries + 1
    let kept = false
    try {
      const { value } = await this.parts.database.write(async (tx, touched) => {
        // A posted recording may have come in the meantime.
        const [still] = await tx.select({ recording: incomingCall.recording }).from(incomingCall).where(eq(incomingCall.callSid, callSid)).for('update')
        if (still?.recording !== 'waiting') return false
        if ('file' in fetched) {
          await tx.update(incomingCall).set({ recording: 'kept', tries, detail: '' }).where(eq(incomingCall.callSid, callSid))
          await storeRecordingOutcome(tx, touched, { ticketId, at: now, outcome: 'arrived', detail: '', recording: fetched.file })
          return true
        }
        const { failed: detail, again } = fetched
        await tx.update(incomingCall).set({ tries, detail, ...(again === null ? { recording: 'lost' } : { nextTryAt: again }) }).where(eq(incomingCall.callSid, callSid))
        // Said once when it begins and once when it ends; the tries between are in the log.
        if (again === null || tries === 1) await storeRecordingOutcome(tx, touched, { ticketId, at: now, outcome: again === null ? 'lost' : 'delayed', detail })
        return false
      })
      kept = value
    } finally {
      if ('file' in fetched && !kept) await this.parts.files.discard(fetched.file.id)
    }
  }
}
