import type { PageDecision } from './page'

type Later = 'occasion' | 'firstTo' | 'rotaFrom' | 'facts'

/**
 * A record kept by a version that knew fewer parts: it was decided at receipt, and its page went to the engineer on call
 * at once. A complete one is answered unchanged.
 */
export const completePageDecision = (kept: Omit<PageDecision, Later> & Partial<Pick<PageDecision, Later>>): PageDecision => {
  const { occasion = 'receipt', firstTo = kept.page ? 'onCall' : null, rotaFrom = kept.page ? kept.decidedAt : null, facts = null } = kept
  return { ...kept, occasion, firstTo, rotaFrom, facts }
}
