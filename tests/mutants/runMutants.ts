import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Mutant } from './mutant'
import type { Verdict } from './verdict'
import type { FromWorker, ToWorker } from './workerMessages'

const workerFile = fileURLToPath(new URL('mutantWorker.ts', import.meta.url))

/** Times as long as all tests took without a mutant, and a minute at least: only an endless loop takes longer. */
const patience = 5
const patienceAtLeast = 60_000

/** A mutant with what became of it. */
export interface Judged {
  readonly mutant: Mutant
  readonly verdict: Verdict
}

/** The next message of a worker; null when it does not come in time. Throws when the worker ends or says that it failed. */
const nextMessage = (worker: ChildProcess, limit: number | null): Promise<FromWorker | null> =>
  new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      clearTimeout(timer)
      worker.off('message', hear)
      worker.off('exit', mourn)
      act()
    }
    const hear = (message: FromWorker): void => settle(() => (message.kind === 'failed' ? reject(new Error(message.why)) : resolve(message)))
    const mourn = (): void => settle(() => reject(new Error('A process that ran the tests ended before its time.')))
    const timer = limit === null ? undefined : setTimeout(() => settle(() => resolve(null)), limit)
    worker.on('message', hear)
    worker.on('exit', mourn)
  })

interface Worker {
  readonly process: ChildProcess
  /** Milliseconds. */
  readonly patience: number
}

const startWorker = async (): Promise<Worker> => {
  const worker = fork(workerFile, { execArgv: process.execArgv })
  const began = performance.now()
  await nextMessage(worker, null)
  return { process: worker, patience: Math.max(patienceAtLeast, patience * (performance.now() - began)) }
}

const judge = async (worker: Worker, mutant: Mutant): Promise<Verdict> => {
  worker.process.send({ mutant } satisfies ToWorker)
  const answer = await nextMessage(worker.process, worker.patience)
  if (answer === null) return { kind: 'timedOut' }
  if (answer.kind !== 'verdict') throw new Error(`A process that ran the tests said "${answer.kind}" when a verdict was due.`)
  return answer.verdict
}

/**
 * Puts every mutant to the tests, `jobs` at a time, and tells `onJudged` of each as it is done. A worker that never
 * comes back is ended and replaced. Throws when the tests fail without a mutant.
 */
export const runMutants = async (mutants: readonly Mutant[], jobs: number, onJudged: (judged: Judged) => void): Promise<readonly Judged[]> => {
  const waiting = [...mutants]
  const done: Judged[] = []
  const workThrough = async (): Promise<void> => {
    let worker: Worker | null = null
    try {
      for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
        worker ??= await startWorker()
        const judged = { mutant, verdict: await judge(worker, mutant) }
        done.push(judged)
        onJudged(judged)
        if (judged.verdict.kind === 'timedOut') {
          worker.process.kill('SIGKILL')
          worker = null
        }
      }
    } finally {
      waiting.length = 0
      worker?.process.kill('SIGKILL')
    }
  }
  await Promise.all(Array.from({ length: Math.min(jobs, mutants.length) }, workThrough))
  return done
}
