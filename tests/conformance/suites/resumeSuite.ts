import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Database } from '../../../src/backend/db/database'
import { anyLog, playLog } from '../resumeLog'

export const resumeSuite = (given: () => Database): void => {
  describe('recorded logs', () => {
    it('P3 P9 P11 state(all) = state(first i, then the rest) for each i, with deletions, roles and forgetting among them', async () => {
      await fc.assert(
        fc.asyncProperty(anyLog(10), async (log) => {
          expect(await playLog(given(), log)).toEqual([])
        }),
        { numRuns: 2, seed: 20_261_124, endOnFailure: true },
      )
    })
  })
}
