/** One deliberate break of one rule: `find` stands exactly once in `file`, and `replace` takes its place. */
export interface Mutant {
  /** `R50`. */
  readonly rule: string
  /** From the repository's root, with forward slashes. */
  readonly file: string
  readonly find: string
  readonly replace: string
  /** What the broken code does wrong, for the list of survivors. */
  readonly breaks: string
  /** Why no test can tell it from the whole code; such a mutant may survive. */
  readonly equivalent?: string
}

/** A mutant without its folder, as the lists of one room write them. */
export type RoomMutant = readonly [rule: string, file: string, find: string, replace: string, breaks: string]

/** The mutants of one room of the domain. */
export const mutantsOf = (room: string, mutants: readonly RoomMutant[]): readonly Mutant[] =>
  mutants.map(([rule, file, find, replace, breaks]) => ({ rule, file: `src/domain/${room}/${file}`, find, replace, breaks }))

/** A mutant's name in reports. */
export const sayMutant = ({ rule, file, breaks }: Mutant): string => `${rule} ${breaks} (${file})`
