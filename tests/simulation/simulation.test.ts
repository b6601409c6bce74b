import 'fake-indexeddb/auto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Defect } from './defects'
import { planOf } from './planOf'
import type { Plan } from './plansOf'
import { runPlan } from './runPlan'
import { seeds as regressions } from './seeds'
import { openSimWorld } from './SimBackend'
import type { SimWorld } from './SimBackend'

/** Few and short beside the soak's: a push must not wait. */
const sample = { seeds: 5, steps: 60 }
const patience = 600_000

/** A note is saved at a desk that is cut off, and then the power fails and the browser's storage is lost. */
const powerCut: Plan = {
  noise: 1,
  desks: 3,
  lines: 0,
  steps: [
    { after: 0, rush: false, act: { kind: 'line', desk: 0, state: 'cut', forMs: 60_000 } },
    { after: 100, rush: false, act: { kind: 'give', desk: 0, command: 'addNote', ticket: 0, pick: 0 } },
    { after: 100, rush: false, act: { kind: 'crash', desk: 0, point: 'now', loss: 'powerAndCache' } },
  ],
}

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
    const plan = planOf(12, 30)
    const [first, second] = [await runPlan(world, plan), await runPlan(world, plan)]
    expect(second.log).toEqual(first.log)
  }, patience)

  it('P2 control: notices a cursor that runs ahead of the rows', async () => {
    const { failures } = await runPlan(world, planOf(9, 80), 'cursorAhead')
    expect(failures.filter((failure) => failure.startsWith('P2'))).not.toEqual([])
  }, patience)

  it('P5 control: notices a disk that only pretends to sync', async () => {
    const failures = async (defect: Defect | null) => (await runPlan(world, powerCut, defect)).failures.filter((failure) => failure.startsWith('P5'))
    expect(await failures(null)).toEqual([])
    expect(await failures('journalNotSynced')).toHaveLength(1)
  }, patience)
})
