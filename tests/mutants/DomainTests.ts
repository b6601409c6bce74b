import { readFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { createVitest } from 'vitest/node'
import type { TestModule, TestSpecification, Vitest } from 'vitest/node'
import type { Mutant } from './mutant'
import { mutatedText } from './mutatedText'
import type { Verdict } from './verdict'

/** Long, because a machine that is busy elsewhere must not catch mutants. */
const testTimeout = 120_000

const posix = (path: string): string => path.split(sep).join('/')

const namesRule = (rule: string): RegExp => new RegExp(`\\b${rule}\\b`)

interface Outcome {
  readonly passed: number
  readonly failures: readonly string[]
  readonly loadErrors: readonly string[]
}

const outcomeOf = (modules: readonly TestModule[]): Outcome => {
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  return {
    passed: tests.filter((test) => test.result().state === 'passed').length,
    failures: tests.filter((test) => test.result().state === 'failed').map((test) => test.fullName),
    loadErrors: modules.flatMap((module) => module.errors().map(({ message }) => `${posix(module.relativeModuleId)}: ${message}`)),
  }
}

/**
 * The domain's tests in one warm Vitest. A mutant lives in the loader only: no file is written, so an interrupted
 * run leaves nothing broken behind.
 */
export class DomainTests {
  readonly #root: string
  readonly #vitest: Vitest
  readonly #specs: readonly TestSpecification[]
  readonly #mutated: Map<string, string>

  private constructor(root: string, vitest: Vitest, specs: readonly TestSpecification[], mutated: Map<string, string>) {
    this.#root = root
    this.#vitest = vitest
    this.#specs = specs
    this.#mutated = mutated
  }

  /** Starts Vitest on the tests of `root`'s domain; nothing runs yet. */
  static async start(root: string): Promise<DomainTests> {
    const mutated = new Map<string, string>()
    const vitest = await createVitest(
      'test',
      {
        root, config: false, watch: false, include: ['src/domain/**/*.test.ts'], environment: 'node', restoreMocks: true,
        // Threads end with this process; a cache of transformed files would not know the mutants.
        pool: 'threads', maxWorkers: 1, isolate: false, fsModuleCache: false, reporters: [{}], testTimeout,
      },
      { plugins: [{ name: 'mutant', enforce: 'pre', transform: (_code, id) => mutated.get(posix(id.split('?')[0] ?? id)) }] },
    )
    return new DomainTests(root, vitest, await vitest.globTestSpecifications(), mutated)
  }

  /** Runs everything without a mutant. Has to come first: which tests reach a file is known from it. Answers the number of tests; throws when one fails. */
  async baseline(): Promise<number> {
    const { passed, failures, loadErrors } = await this.#run(this.#specs)
    const faults = [...failures, ...loadErrors]
    if (faults.length > 0) throw new Error(`Without any mutant, ${faults.length} of the domain's tests fail. Make them pass first:\n${faults.slice(0, 10).join('\n')}`)
    return passed
  }

  /** Breaks the code by `mutant`, asks the tests that reach its file, those that name its rule first, and mends it again. */
  async judge(mutant: Mutant): Promise<Verdict> {
    const file = posix(join(this.#root, mutant.file))
    this.#mutated.set(file, mutatedText(readFileSync(file, 'utf8'), mutant))
    this.#vitest.invalidateFile(file)
    try {
      let caught: Verdict | null = null
      for (const specs of this.#stages(mutant, this.#specsReaching(file))) {
        const { failures, loadErrors } = await this.#run(specs)
        const byRule = failures.find((name) => namesRule(mutant.rule).test(name))
        if (byRule !== undefined) return { kind: 'caught', byRule: true, test: byRule }
        const [test] = failures
        if (test !== undefined) caught ??= { kind: 'caught', byRule: false, test }
        else if (loadErrors[0] !== undefined) return { kind: 'invalid', why: `it does not load: ${loadErrors[0]}` }
      }
      return caught ?? { kind: 'survived' }
    } finally {
      this.#mutated.delete(file)
      this.#vitest.invalidateFile(file)
    }
  }

  /** Quickest first: the tests of the rule in the mutant's own room, those elsewhere, and only then whole files. */
  #stages({ rule, file }: Mutant, reaching: readonly TestSpecification[]): readonly (readonly TestSpecification[])[] {
    const project = this.#vitest.getRootProject()
    const room = posix(join(this.#root, dirname(file)))
    const testNamePattern = namesRule(rule)
    const ofRule = reaching
      .filter(({ moduleId }) => testNamePattern.test(readFileSync(moduleId, 'utf8')))
      .map(({ moduleId }) => project.createSpecification(moduleId, { testNamePattern }))
    const isNear = ({ moduleId }: TestSpecification): boolean => dirname(posix(moduleId)) === room
    return [ofRule.filter(isNear), ofRule.filter((spec) => !isNear(spec)), reaching]
  }

  async close(): Promise<void> {
    await this.#vitest.close()
  }

  async #run(specs: readonly TestSpecification[]): Promise<Outcome> {
    if (specs.length === 0) return { passed: 0, failures: [], loadErrors: [] }
    // Vitest answers with every file it has ever run; without this, an earlier mutant's failures would catch all later ones.
    this.#vitest.state.filesMap.clear()
    const { testModules } = await this.#vitest.runTestSpecifications([...specs])
    return outcomeOf(testModules)
  }

  #specsReaching(file: string): readonly TestSpecification[] {
    const reached = new Set<string>()
    const waiting = [file]
    const graphs = Object.values(this.#vitest.vite.environments).map(({ moduleGraph }) => moduleGraph)
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (reached.has(path)) continue
      reached.add(path)
      for (const graph of graphs) {
        for (const module of graph.getModulesByFile(path) ?? []) {
          for (const importer of module.importers) if (importer.file !== null) waiting.push(importer.file)
        }
      }
    }
    return this.#specs.filter(({ moduleId }) => reached.has(posix(moduleId)))
  }
}
