import type { Page } from '../../domain/afterHours/page'
import type { Instant } from '../../domain/calendar/time'
import type { Ticket } from '../../domain/ticket/ticket'
import type { Actor, TimelineBody, TimelineEvent } from '../../domain/ticket/timelineEvent'
import { demoId } from './demoId'

/** A ticket in the middle of its story, ready to be inserted as it stands. */
export interface StoryState {
  readonly ticket: Ticket
  readonly events: readonly TimelineEvent[]
  readonly page: Page | null
  /** When the last thing happened. */
  readonly at: Instant
}

/** The id of the story's next timeline entry. */
export const nextEventId = (state: Pick<StoryState, 'ticket' | 'events'>): string =>
  demoId('event', state.ticket.id, String(state.events.length))

/** The state with one more timeline entry. */
export const addEvent = (state: StoryState, at: Instant, actor: Actor, body: TimelineBody): StoryState => ({
  ...state,
  at,
  events: [...state.events, { id: nextEventId(state), rev: 0, ticketId: state.ticket.id, at, actor, body }],
})
