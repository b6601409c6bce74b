/**
 * How a mutant fared. `caught`: a test failed; `byRule` says whether one of them names the rule. `timedOut`: the
 * tests never ended, which somebody would notice. `invalid`: the compiler or the loader refuses it, so no test was asked.
 */
export type Verdict =
  | { readonly kind: 'caught'; readonly byRule: boolean; readonly test: string }
  | { readonly kind: 'timedOut' }
  | { readonly kind: 'survived' }
  | { readonly kind: 'invalid'; readonly why: string }
