import 'fake-indexeddb/auto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planOf } from './planOf'
import { runPlan } from './runPlan'
import { seeds as regressions } from './seeds'
import { openSimWorld } from './SimBackend'
import type { SimWorld } from './SimBackend'

/** Few and short beside the soak's: a push must not wait. */
const sample = { seeds: 8, steps: 60 }
const patience = 600_000

describe('desks and a backend under faults', () => {
  let world: SimWorld

  beforeAll(async () => {
    world = await openSimWorld()
  }, patience)
  afterAll(async () => world.close())

  it.each(Array.from({ length: sample.seeds }, (_, at) => at + 1))(
    'P2 P4 P5 P6 P8 P16 agree once it is quiet, and nothing that was saved is lost: seed %i',
    async (seed) => {
      expect((await runPlan(world, planOf(seed, sample.steps))).failures).toEqual([])
    },
    patience,
  )

  it.for(regressions)(
    'seed $seed, which failed once: $why',
    { timeout: patience },
    async ({ seed, steps }) => {
      expect((await runPlan(world, planOf(seed, steps))).failures).toEqual([])
    },
  )

  it('a seed runs the same again', async () => {
    const plan = planOf(12, sample.steps)
    const [first, second] = [await runPlan(world, plan), await runPlan(world, plan)]
    expect(second.log).toEqual(first.log)
  }, patience)

  it.each([
    ['cursorAhead', 9, 'P2'],
    ['journalNotSynced', 6, 'P5'],
  ] as const)('control: notices the defect %s', async (defect, seed, promise) => {
    const { failures } = await runPlan(world, planOf(seed, 80), defect)
    expect(failures.filter((failure) => failure.startsWith(promise))).not.toEqual([])
  }, patience)
})
