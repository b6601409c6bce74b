/** `down` as a word of its own: not in download, breakdown or drop-down. */
const downWord = /(?<![\p{L}\p{N}_-])down(?![\p{L}\p{N}_-])/giu

/** What stands before `down` when nothing has stopped: `scroll down`, `boil it down`, `not down`. */
const harmlessBefore =
  /(?:\b(?:scroll(?:s|ed|ing)?|page|drop|pull|arrow|write|written|wrote|writing|note|noted|jot|narrow(?:s|ed|ing)?|track(?:s|ed|ing)?|hunt(?:s|ed|ing)?|cut(?:s|ting)?|slow(?:s|ed|ing)?|calm(?:s|ed|ing)?|boil(?:s|ed|ing)?|drill(?:s|ed|ing)?|scal(?:e|es|ed|ing)|pars?e|trim(?:s|med|ming)?|break(?:s|ing)?|sit|settle|step(?:s|ped|ping)?|size[ds]?|sizing|not|isn['’]t|never|upside)(?:\s+(?:it|this|that|them|things|the\s+\w+))?)\s+$/iu

/** What stands after it when nothing has stopped: `down the road`, `down to`, `down payment`, `down arrow`. */
const harmlessAfter = /^\s+(?:the\s+(?:road|line|page|list|hall)|to\s+the|payment|arrow|below|there|level|grade[ds]?)\b/iu

/**
 * Whether a Brief Description says that something is down (R52): `RightFax down`, `server is DOWN`. Words that
 * merely hold it (download, breakdown, drop-down) and turns of phrase (scroll down, narrow it down) do not.
 * Reads English only, and only ever gives a hint or a flag: it never raises a priority by itself (R53).
 */
export const readsAsDown = (brief: string): boolean => {
  for (const match of brief.matchAll(downWord)) {
    const before = brief.slice(0, match.index)
    const after = brief.slice(match.index + match[0].length)
    if (!harmlessBefore.test(before) && !harmlessAfter.test(after)) return true
  }
  return false
}
