import type { TimelineEvent } from '../../domain/ticket/timelineEvent'
import type { Queries, Touched } from '../db/database'
import { timelineEvent } from '../db/schema'

/** Adds one entry to a timeline. */
export const storeEvent = async (tx: Queries, touched: Touched, event: Omit<TimelineEvent, 'rev'>): Promise<void> => {
  await tx.insert(timelineEvent).values(event)
  touched.put('timelineEvent', event.id)
}
