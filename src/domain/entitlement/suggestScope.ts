import type { ServiceItemId } from '../services/serviceItem'
import { servicesList } from '../services/servicesList'

/** A question for the engineer who reads the ticket. Nothing is decided by it. */
export interface ScopeHint {
  readonly item: ServiceItemId
  /** The words of the request that made us ask, as they stand in the list. */
  readonly word: string
  readonly sentence: string
}

/** What is said most plainly first: a request that speaks of several items is taken for the first of them. */
const plainestFirst: readonly ServiceItemId[] = ['healthCheck', 'training', 'migration', 'upgrade', 'patches', 'newInstall']

const wholeWords = (words: readonly string[]): RegExp => new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${words.join('|')})(?![\\p{L}\\p{N}_-])`, 'giu')

/** A fault after a change is a fault: `since the upgrade no fax goes out`. */
const tellsOfThePast = /\b(?:since|after|following|post|ever since)[\s-]+(?:(?:the|our|your|a|an|last|latest|recent)\s+)*$/iu

const matchers = plainestFirst.map((item) => ({
  item,
  words: wholeWords(servicesList[item].words),
  other: servicesList[item].otherMeanings.length === 0 ? null : wholeWords(servicesList[item].otherMeanings),
}))

const wordIn = (text: string, words: RegExp): string | null => {
  for (const match of text.matchAll(words)) if (!tellsOfThePast.test(text.slice(0, match.index))) return match[0].toLowerCase()
  return null
}

/**
 * Asks whether a request may be professional services, by words for an install, migration, upgrade, patch, training
 * or health check (R84). English only. A hint and never more: a person decides (R75, R83); null when nothing hints.
 */
export const suggestScope = (brief: string): ScopeHint | null => {
  for (const { item, words, other } of matchers) {
    const word = wordIn(other === null ? brief : brief.replaceAll(other, ' '), words)
    if (word !== null) {
      return { item, word, sentence: `The brief description says “${word}”. Is this about: ${servicesList[item].name}? Ask who does the work.` }
    }
  }
  return null
}
