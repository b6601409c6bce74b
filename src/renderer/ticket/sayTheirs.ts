import type { Instant } from '../../domain/calendar/time'
import type { TimelineEvent } from '../../domain/ticket/timelineEvent'
import { timelineWords } from './timelineWords'

/** What somebody else did that stands instead, after their name. Only entries that are a line ever stand against a change. */
export function sayTheirs({ body, actor }: TimelineEvent, sayAt: (at: Instant) => string): string {
  if (body.kind === 'received' || body.kind === 'message' || body.kind === 'note' || body.kind === 'call') return 'wrote on it'
  return timelineWords(body, actor.id, sayAt)
}
