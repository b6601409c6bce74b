import { describe, expect, it } from 'vitest'
import { restartDelay } from './restartDelay'

/** Failures at the given seconds. */
const at = (...seconds: readonly number[]): readonly number[] => seconds.map((each) => each * 1_000)

describe('restartDelay', () => {
  it.each([
    ['the first failure', at(5), 500],
    ['a second one soon after', at(5, 6), 1_000],
    ['a third', at(5, 6, 8), 2_000],
    ['a failure after more than a minute of good work', at(5, 6, 8, 70), 500],
    ['two failures after good work', at(5, 6, 8, 70, 71), 1_000],
    ['exactly a minute, which is not yet good work', at(0, 60), 1_000],
    ['very many', at(1, 2, 4, 8, 16, 32, 62, 92, 122, 152), 30_000],
    ['none at all', [], 500],
  ])('waits for %s', (_case, failures, wait) => {
    expect(restartDelay(failures)).toBe(wait)
  })
})
