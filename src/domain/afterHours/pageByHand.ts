import { decidePage } from './decidePage'
import type { PageDecision } from './page'
import type { PageFacts } from './pageFacts'

/** Who pages, by name, and why. */
interface Hand {
  readonly by: string
  readonly reason: string
}

/** A page by hand, or in words why it cannot be. */
export type HandedPage = { readonly ok: true; readonly decision: PageDecision } | { readonly ok: false; readonly sentence: string }

/**
 * "Page on-call" with a reason (R71): pages at any hour and whatever the gates say. The gates are asked and kept all the
 * same, so that the record shows what the rules alone would have done. Refused without a reason.
 */
export const pageByHand = (facts: Omit<PageFacts, 'occasion' | 'byHand'>, { by, reason }: Hand): HandedPage => {
  const why = reason.trim()
  if (why === '') return { ok: false, sentence: 'Please give a reason for the page, so that the engineer on call knows why they are woken.' }
  return { ok: true, decision: decidePage({ ...facts, occasion: 'byHand', byHand: { by, reason: why } }) }
}
