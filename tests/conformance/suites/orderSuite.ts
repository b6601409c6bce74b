import { setTimeout as pause } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/backend/db/database'
import type { Cursor } from '../../../src/protocol/sync/pull'
import { addTicket } from '../../fixtures/backendWorld'
import { emptyDatabase, openTestBackend } from '../testBackend'

const writers = 8
const commitsEach = 25

export const orderSuite = (given: () => Database): void => {
  describe('order of commits', () => {
    beforeEach(async () => emptyDatabase(given()))

    it(`P1 a reader paging beside ${writers} writers that hold and roll back misses no commit and gets none twice`, async () => {
      const backend = await openTestBackend(given())
      try {
        const desk = await backend.desk()
        const written: string[] = []
        let writing = true
        const work = Promise.all(
          Array.from({ length: writers }, async (_, writer) => {
            for (let n = 0; n < commitsEach; n += 1) {
              const holdOrFail = async () => (n % 8 === 7 ? Promise.reject(new Error('rolled back')) : pause(((writer * 7 + n * 5) % 11) * 2))
              const [outcome] = await Promise.allSettled([addTicket(given(), {}, holdOrFail)])
              if (outcome.status === 'fulfilled') written.push(outcome.value.id)
            }
          }),
        ).finally(() => {
          writing = false
        })
        const delivered: string[] = []
        let cursor: Cursor | null = null
        let quiet = false
        while (!quiet) {
          // A page larger than what is written meanwhile keeps the reader at the head, where a late commit would be missed.
          const last = !writing
          const page = await desk.pull(cursor, 40)
          cursor = page.cursor
          delivered.push(...page.rows.filter(({ table }) => table === 'ticket').map(({ row }) => String(row['id'])))
          quiet = last && !page.more
        }
        await work
        expect(written).toHaveLength(writers * (commitsEach - Math.floor(commitsEach / 8)))
        expect(delivered.toSorted()).toEqual(written.toSorted())
        expect(new Set(delivered).size).toBe(delivered.length)
      } finally {
        await backend.close()
      }
    })
  })
}
