import { sayMutant } from './mutant'
import type { Judged } from './runMutants'
import type { Verdict } from './verdict'

const isCaught = ({ kind }: Verdict): boolean => kind === 'caught' || kind === 'timedOut'

/** One line about one mutant, for whoever watches the run. */
export const sayJudged = ({ mutant, verdict }: Judged): string => {
  switch (verdict.kind) {
    case 'caught':
      return `caught     ${sayMutant(mutant)}\n             by ${verdict.byRule ? '' : `no test that names ${mutant.rule}, but by `}"${verdict.test}"`
    case 'timedOut':
      return `caught     ${sayMutant(mutant)}\n             the tests never ended`
    case 'survived':
      return `SURVIVED   ${sayMutant(mutant)}`
    case 'invalid':
      return `INVALID    ${sayMutant(mutant)}\n             ${verdict.why}`
    default:
      return verdict satisfies never
  }
}

/** The whole run in words: a line a rule, what was caught and by what, and the survivors by name. `ok` says whether nothing is left to do. */
export interface MutantReport {
  readonly text: string
  readonly ok: boolean
}

const numberOf = (rule: string): number => Number(rule.slice(1))

const table = (judged: readonly Judged[]): readonly string[] => {
  const rules = [...new Set(judged.map(({ mutant }) => mutant.rule))].toSorted((a, b) => numberOf(a) - numberOf(b))
  return rules.map((rule) => {
    const own = judged.filter(({ mutant }) => mutant.rule === rule)
    const byRule = own.filter(({ verdict }) => verdict.kind === 'caught' && verdict.byRule).length
    return `  ${rule.padEnd(4)} ${String(own.filter(({ verdict }) => isCaught(verdict)).length).padStart(2)} of ${String(own.length).padStart(2)} caught, ${byRule} by a test that names it`
  })
}

const list = (heading: string, lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : ['', heading, ...lines.map((line) => `  ${line}`)])

/** Reports a run. Anything that survived without a written reason, or could not be judged, leaves work to do. */
export const reportMutants = (judged: readonly Judged[]): MutantReport => {
  const valid = judged.filter(({ verdict }) => verdict.kind !== 'invalid')
  const caught = valid.filter(({ verdict }) => isCaught(verdict))
  const byRule = caught.filter(({ verdict }) => verdict.kind === 'caught' && verdict.byRule)
  const survived = valid.filter(({ verdict }) => verdict.kind === 'survived')
  const excused = survived.filter(({ mutant }) => mutant.equivalent !== undefined)
  const survivors = survived.filter(({ mutant }) => mutant.equivalent === undefined)
  const invalid = judged.filter(({ verdict }) => verdict.kind === 'invalid')
  const text = [
    ...table(judged),
    ...list('Caught, but by no test that names the rule:', caught.filter((each) => !byRule.includes(each)).map(({ mutant }) => sayMutant(mutant))),
    ...list('Could not be judged:', invalid.map(sayJudged)),
    ...list('Survived, with a reason:', excused.map(({ mutant }) => `${sayMutant(mutant)}: ${mutant.equivalent ?? ''}`)),
    ...list('Survivors:', survivors.map(({ mutant }) => sayMutant(mutant))),
    '',
    `Caught ${caught.length} of ${valid.length}, ${byRule.length} of them by a test that names the rule; ${survivors.length} survived, ${excused.length} more with a reason, ${invalid.length} could not be judged.`,
  ].join('\n')
  return { text, ok: survivors.length === 0 && invalid.length === 0 }
}
