/** `urgent` and its like as words of their own: not in insurgent, hypercritical or an address such as urgent@clinic.example. */
const urgentWord = /(?<![\p{L}\p{N}_@.])(?:urgent|urgently|emergency|asap|a\.s\.a\.p|critical)(?![\p{L}\p{N}_@])(?!-?(?:free|less)\b)/giu

/** What stands before it when nothing presses: `not urgent`, `non-critical`, `isn't really an emergency`, `less critical`. */
const harmlessBefore =
  /\b(?:not?|non|never|without|less|least|isn['’]t|aren['’]t|wasn['’]t|hardly|nothing)[\s-]+(?:(?:that|this|very|really|so|too|particularly|especially|at\s+all|yet|a|an|any|super|terribly)\s+)*$/iu

/** Departments and things of a hospital that are called so every day: `urgent care`, `emergency room`, `critical access`. */
const harmlessAfter =
  /^[\s-]+(?:care|room|department|dept|medicine|medical|physicians?|contacts?|services|management|preparedness|exit|phone|number|access|illness|results?|labs?|values?)\b/iu

/** The longest turn of phrase looked back over, in characters: a mail may be long. */
const lookBack = 60

/**
 * Whether a text reads as urgent (R13): `URGENT`, `emergency`, `need this ASAP`, `critical`. Negations (not urgent,
 * non-critical) and the daily words of hospitals (urgent care, emergency room) do not. Reads English only and gives a
 * hint only: no channel and no rule raises a priority by it (R13, R14, R53).
 */
export const readsAsUrgent = (text: string): boolean => {
  for (const match of text.matchAll(urgentWord)) {
    const before = text.slice(Math.max(0, match.index - lookBack), match.index)
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + lookBack)
    if (!harmlessBefore.test(before) && !harmlessAfter.test(after)) return true
  }
  return false
}
