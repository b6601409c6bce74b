import { root } from '../architecture/sourceFiles'
import { DomainTests } from './DomainTests'
import type { FromWorker, ToWorker } from './workerMessages'

const say = (message: FromWorker): void => {
  process.send?.(message)
}

const fail = (error: unknown): void => say({ kind: 'failed', why: error instanceof Error ? error.message : String(error) })

const work = async (): Promise<void> => {
  const tests = await DomainTests.start(root)
  process.on('message', ({ mutant }: ToWorker) => {
    tests.judge(mutant).then((verdict) => say({ kind: 'verdict', verdict }), fail)
  })
  say({ kind: 'ready', tests: await tests.baseline() })
}

process.on('disconnect', () => process.exit())
work().catch(fail)
