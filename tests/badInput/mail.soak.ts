import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { MailReader } from '../../src/backend/mail/parse/MailReader'
import { mailFixture } from '../fixtures/smtpClient'
import { mailBombs } from './mailBombs'
import { alarmsOf, arriveByRoad } from './mailRoad'
import { mutateMail } from './mutateMail'
import { readSoakArguments } from './readSoakArguments'
import { runSoak } from './runSoak'
import { strangeMails } from './strangeMails'

const sender = 'pat@northwind.example'

const filesOf = (dir: string): readonly (readonly [string, Buffer])[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.eml')).toSorted().map((file) => [file, readFileSync(join(dir, file))])

const own = (): readonly (readonly [string, Buffer])[] => [
  ...strangeMails.map(({ name, raw }) => [name, raw(sender)] as const),
  ...readdirSync(new URL('../fixtures/mail', import.meta.url)).map((file) => [file, mailFixture(file.replace(/\.eml$/, ''), sender)] as const),
]

const percentile = (sorted: readonly number[], share: number): number => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)

/** P36, P37: every mail of the corpus, its mutants and the bombs through worker and placement; then says what fell. */
runSoak(async (backend) => {
  const { dir, number } = readSoakArguments(process.argv.slice(2), ['dir', 'mutants'], { mutants: 2_000, seed: 1 })
  const corpus = [...own(), ...(dir === null ? [] : filesOf(dir))]
  const reader = new MailReader()
  const outcomes: Record<string, number> = {}
  const faults: string[] = []
  const times: number[] = []
  const arrive = async (name: string, raw: Buffer): Promise<string> => {
    const began = performance.now()
    const { outcome, fault } = await arriveByRoad({ backend, reader }, raw, sender)
    times.push(performance.now() - began)
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
    if (fault !== null) faults.push(`${name}: ${fault}`)
    return outcome
  }
  const report = (what: string, count: number): void => {
    const sorted = times.splice(0).toSorted((a, b) => a - b)
    console.log(`${what}: ${count} mails, median ${percentile(sorted, 0.5)} ms, p99 ${percentile(sorted, 0.99)} ms, worst ${percentile(sorted, 1)} ms`)
  }

  for (const [name, raw] of corpus) await arrive(name, raw)
  report('corpus', corpus.length)

  const seeds = corpus.map(([, raw]) => raw).filter(({ length }) => length < 200_000)
  const [count, seed] = [number('mutants'), number('seed')]
  for (let done = 0; done < count; done += 500) {
    for (const [index, raw] of mutateMail(seeds, Math.min(500, count - done), seed + done).entries()) await arrive(`mutant ${done + index} of seed ${seed}`, raw)
  }
  report('mutants', count)

  const lag = monitorEventLoopDelay({ resolution: 5 })
  lag.enable()
  for (const { name, raw } of mailBombs) {
    lag.reset()
    const outcome = await arrive(name, raw())
    console.log(`  ${name}: ${outcome} after ${Math.round(times.at(-1) ?? 0)} ms; the backend was busy for ${Math.round(lag.max / 1e6)} ms at most, ${Math.round(lag.mean / 1e6)} ms on average`)
  }
  report('bombs', mailBombs.length)
  await reader.close()

  const alarms = await alarmsOf(backend)
  console.log(`outcomes: ${JSON.stringify(outcomes)}; pages and priorities set by mail: ${alarms}`)
  for (const fault of faults) console.log(`BROKEN ${fault}`)
  return faults.length === 0 && alarms === 0
})
