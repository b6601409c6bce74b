import type { Priority } from '../ticket/ticket'
import type { PageDecision } from './page'

/** Whether a page decision goes on the timeline: somebody may ask about it, after hours or when it is Urgent (R68). */
export const isWorthTelling = (customerPriority: Priority, { page, gates }: Pick<PageDecision, 'page' | 'gates'>): boolean =>
  page || customerPriority === 'urgent' || gates.some(({ gate, pass }) => gate === 'hours' && pass)
