import type { Mutant } from './mutant'

/** The text of a mutant's file with the break in it. Throws when `find` does not stand in it exactly once, or when nothing changes. */
export const mutatedText = (text: string, { rule, file, find, replace }: Mutant): string => {
  const times = text.split(find).length - 1
  if (times !== 1) throw new Error(`${rule} in ${file}: the text to break stands there ${times} times instead of once. Bring this mutant up to date:\n${find}`)
  if (find === replace) throw new Error(`${rule} in ${file}: this mutant changes nothing:\n${find}`)
  return text.replace(find, () => replace)
}
