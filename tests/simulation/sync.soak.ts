import 'fake-indexeddb/auto'
import { parseArgs } from 'node:util'
import { defects } from './defects'
import type { Defect } from './defects'
import { planOf } from './planOf'
import { runPlan } from './runPlan'
import { seeds as regressions } from './seeds'
import { shrinkPlan } from './shrinkPlan'
import { openSimWorld } from './SimBackend'
import type { SimWorld } from './SimBackend'

const readNumber = (text: string, name: string): number => {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} must be a whole number from 1 on, not "${text}".`)
  return number
}

const readWish = (args: readonly string[]) => {
  const { values } = parseArgs({
    args: [...args],
    options: { seeds: { type: 'string', default: '300' }, from: { type: 'string', default: '1' }, steps: { type: 'string', default: '300' }, controls: { type: 'string', default: '40' } },
  })
  return {
    seeds: readNumber(values.seeds, 'seeds'),
    from: readNumber(values.from, 'from'),
    steps: readNumber(values.steps, 'steps'),
    controls: readNumber(values.controls, 'controls'),
  }
}

/** Runs one seed; a failing one is made smaller and told with its steps. Answers whether it kept every promise. */
const judgeSeed = async (world: SimWorld, seed: number, steps: number): Promise<boolean> => {
  const plan = planOf(seed, steps)
  const { failures, figures } = await runPlan(world, plan)
  if (failures.length === 0) return true
  console.log(`seed ${seed} with ${steps} steps FAILED: ${JSON.stringify(figures)}`)
  for (const failure of failures.slice(0, 10)) console.log(`  ${failure}`)
  const smallest = await shrinkPlan(plan, async (smaller) => (await runPlan(world, smaller)).failures.length > 0, 60)
  const { failures: left, log } = await runPlan(world, smallest)
  console.log(`  smallest: ${JSON.stringify(smallest)}\n  ${left[0] ?? ''}\n${log.map((line) => `    ${line}`).join('\n')}`)
  return false
}

/** The first seed at which a defect is noticed; null when none of `most` noticed it. */
const noticedAt = async (world: SimWorld, defect: Defect, most: number): Promise<number | null> => {
  for (let seed = 1; seed <= most; seed += 1) {
    if ((await runPlan(world, planOf(seed, 80), defect)).failures.length > 0) return seed
  }
  return null
}

/** Runs many seeds, then each defect, which must be noticed. Answers whether all went as it must. */
const checkSync = async (args: readonly string[]): Promise<boolean> => {
  const { seeds, from, steps, controls } = readWish(args)
  const began = performance.now()
  const world = await openSimWorld()
  const failed: number[] = []
  for (const { seed, steps: theirs } of regressions) if (!(await judgeSeed(world, seed, theirs))) failed.push(seed)
  for (let seed = from; seed < from + seeds; seed += 1) {
    if (!(await judgeSeed(world, seed, steps))) failed.push(seed)
    if ((seed - from + 1) % 10 === 0) console.log(`${seed - from + 1} of ${seeds} seeds, ${Math.round((performance.now() - began) / 1000)} s, ${failed.length} failed`)
  }
  const missed: Defect[] = []
  for (const defect of defects) {
    const seed = await noticedAt(world, defect, controls)
    console.log(seed === null ? `control ${defect}: NOT noticed in ${controls} seeds` : `control ${defect}: noticed at seed ${seed}`)
    if (seed === null) missed.push(defect)
  }
  await world.close()
  console.log(`\n${seeds} seeds of ${steps} steps in ${Math.round((performance.now() - began) / 1000)} s: ${failed.length} failed${failed.length === 0 ? '' : ` (${failed.join(', ')})`}; ${defects.length - missed.length} of ${defects.length} defects noticed.`)
  return failed.length === 0 && missed.length === 0
}

checkSync(process.argv.slice(2)).then(
  (ok) => {
    process.exitCode = ok ? 0 : 1
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exitCode = 2
  },
)
