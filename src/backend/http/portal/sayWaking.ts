import type { Instant } from '../../../domain/calendar/time'
import { notPagedWords } from '../../../domain/entitlement/notPagedWords'
import { pagedWords } from '../../../domain/entitlement/pagedWords'
import type { Policy } from '../../../domain/policy/policy'
import type { TimelineEvent } from '../../../domain/ticket/timelineEvent'
import type { Waking } from '../../../portal/confirmation/WakingNote'

/** What the last page decision of a timeline, oldest first, means to the customer; nulls when none was told (R30, R70, R72, R80). */
export const sayWaking = (events: readonly TimelineEvent[], policy: Policy): { readonly pagedAt: Instant | null; readonly waking: Waking | null } => {
  const last = events.findLast(({ body }) => body.kind === 'page')
  if (last?.body.kind !== 'page') return { pagedAt: null, waking: null }
  if (last.body.paged) {
    const { heading, explanation: sentence } = pagedWords(last.at, policy)
    return { pagedAt: last.at, waking: { woken: true, heading, sentence } }
  }
  const words = last.body.decision === null ? null : notPagedWords(last.body.decision)
  return { pagedAt: null, waking: words && { woken: false, ...words } }
}
