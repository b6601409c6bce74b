/** The names of a template's blanks: `'Ask {name} on {day}'` has `name` and `day`. */
type BlanksOf<T extends string> = T extends `${string}{${infer Blank}}${infer Rest}` ? Blank | BlanksOf<Rest> : never

/** A sentence from a template with named blanks; the compiler asks for each. What is filled in is not read again. */
export const fillSentence = <T extends string>(template: T, blanks: Readonly<Record<BlanksOf<T>, string>>): string => {
  const texts = new Map<string, string>(Object.entries(blanks))
  return template.replaceAll(/\{(\w+)\}/g, (blank, name: string) => texts.get(name) ?? blank)
}
