import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Instant } from '../../domain/calendar/time'
import type { TimelineBody } from '../../domain/ticket/timelineEvent'
import type { StagedFile } from '../context'
import type { Queries, Touched } from '../db/database'
import { timelineEvent } from '../db/schema'
import { storeAttachments } from '../intake/storeAttachments'
import { storeEvent } from '../intake/storeEvent'

type Outcome = Extract<TimelineBody, { kind: 'recording' }>['outcome']

interface Told {
  readonly ticketId: string
  readonly at: Instant
  readonly outcome: Outcome
  readonly detail: string
  /** The recording that arrived; it joins what the caller said first. */
  readonly recording?: StagedFile
}

/** Tells a ticket's timeline what became of its voicemail's recording, and ties one that arrived to the ticket's receipt. */
export const storeRecordingOutcome = async (tx: Queries, touched: Touched, { ticketId, at, outcome, detail, recording }: Told): Promise<void> => {
  const actor = { kind: 'system', id: null, name: 'Telephone' } as const
  const event = { id: randomUUID(), ticketId, at, actor, body: { kind: 'recording', outcome, detail } } as const
  await storeEvent(tx, touched, event)
  if (recording === undefined) return
  const [receipt] = await tx
    .select({ id: timelineEvent.id })
    .from(timelineEvent)
    .where(and(eq(timelineEvent.ticketId, ticketId), sql`${timelineEvent.body}->>'kind' = 'received'`))
  await storeAttachments(tx, touched, [recording], { ticketId, eventId: receipt?.id ?? event.id, at })
}
