/** Rules that no mutant of the domain breaks, each with the reason. */
export const unmutatedRules: Readonly<Record<string, string>> = {
  R98: 'a claim of experience, which is text and asks for nothing',
}
