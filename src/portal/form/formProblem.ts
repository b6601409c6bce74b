/** One thing wrong with a form, in words for the person who filled it in. */
export interface FormProblem {
  /** Name of the field, or null when it is about the whole form. */
  readonly field: string | null
  readonly message: string
}

/** The sentence for one field, if something is wrong with it. */
export const problemOf = (problems: readonly FormProblem[], field: string): string | null =>
  problems.find((problem) => problem.field === field)?.message ?? null
