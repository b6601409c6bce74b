import { root } from '../architecture/sourceFiles'
import type { Mutant } from './mutant'
import { readMutantArguments } from './readMutantArguments'
import { refusedByCompiler } from './refusedByCompiler'
import { reportMutants, sayJudged } from './reportMutants'
import { ruleMutants } from './ruleMutants'
import { runMutants } from './runMutants'
import type { Judged } from './runMutants'

/** A mutant that breaks nothing, judged last: were it caught, everything would be. */
const control: Mutant = {
  rule: 'R50',
  file: 'src/domain/queue/compareTickets.ts',
  find: 'a.number - b.number ||',
  replace: '(a.number - b.number) ||',
  breaks: 'nothing',
  equivalent: 'it changes nothing, to show that the check can tell',
}

/** Breaks each rule of the domain on purpose and asks the tests. Answers whether every break was noticed. */
const checkMutants = async (args: readonly string[]): Promise<boolean> => {
  const { rule, jobs } = readMutantArguments(args)
  const mutants = ruleMutants.filter((mutant) => rule === null || mutant.rule === rule)
  if (mutants.length === 0) throw new Error(`No mutant breaks ${rule}. tests/mutants/unmutatedRules.ts may say why.`)

  const began = performance.now()
  const refused = await refusedByCompiler(root, mutants)
  const invalid = [...refused].map(([mutant, why]): Judged => ({ mutant, verdict: { kind: 'invalid', why: `the compiler refuses it: ${why}` } }))
  const worthJudging = mutants.filter((mutant) => !refused.has(mutant))
  console.log(`${worthJudging.length} mutants, ${jobs === 1 ? 'one' : jobs} at a time.`)
  let number = 0
  const all = await runMutants([...worthJudging, control], jobs, (each) => {
    number += 1
    if (each.mutant !== control) console.log(`${String(number).padStart(4)}/${worthJudging.length}  ${sayJudged(each)}`)
  })
  const judged = all.filter(({ mutant }) => mutant !== control)
  if (all.some(({ mutant, verdict }) => mutant === control && verdict.kind !== 'survived')) {
    throw new Error('The check itself is broken: it caught a mutant that changes nothing. None of its verdicts counts.')
  }

  const { text, ok } = reportMutants([...judged, ...invalid])
  console.log(`\n${text}\nIt took ${Math.round((performance.now() - began) / 1000)} s.`)
  return ok
}

checkMutants(process.argv.slice(2)).then(
  (ok) => {
    process.exitCode = ok ? 0 : 1
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 2
  },
)
