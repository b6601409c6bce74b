import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Instant } from '../../../src/domain/calendar/time'
import type { Database } from '../../../src/backend/db/database'
import { changeLog, commandLog, contract, device } from '../../../src/backend/db/schema'
import { syncFloorNow } from '../../../src/backend/reads/syncFloorNow'
import { keptResults } from '../../../src/backend/sync/deviceProgress'
import { Retention } from '../../../src/backend/sync/Retention'
import { addCustomer, addTicket, worldStart } from '../../fixtures/backendWorld'
import { plainDesk } from '../plainDesk'
import { emptyDatabase, openTestBackend } from '../testBackend'
import type { TestBackend, TestDesk } from '../testBackend'

const after = (days: number): Instant => (worldStart + days * 24 * 3_600_000) as Instant

export const retentionSuite = (given: () => Database): void => {
  describe('retention', () => {
    let backend: TestBackend
    let desk: TestDesk
    let retention: Retention

    beforeEach(async () => {
      await emptyDatabase(given())
      backend = await openTestBackend(given())
      desk = await backend.desk()
      retention = new Retention(backend.context)
    })
    afterEach(async () => backend.close())

    const remove = async (contractId: string): Promise<void> => {
      await given().write(async (tx, touched) => {
        await tx.delete(contract).where(eq(contract.id, contractId))
        touched.remove('contract', contractId)
      })
    }

    it('P9 P3 what was deleted stays deleted on a console away 90 days, by its tombstone until then and by a new beginning after', async () => {
      const { contractId } = await addCustomer(given())
      const [early, late] = [plainDesk(), plainDesk()]
      await early.catchUp(desk)
      await late.catchUp(desk)
      await remove(contractId)
      await retention.runOnce(after(0))
      await addTicket(given())
      await retention.runOnce(after(1))

      await retention.runOnce(after(89))
      const [page] = await early.catchUp(desk)
      expect([page?.reset, page?.tombstones.map(({ id }) => id)]).toEqual([false, [contractId]])

      await retention.runOnce(after(91))
      expect(await syncFloorNow(given().queries)).toBeGreaterThan(late.cursor()?.seq ?? 0)
      const [again] = await late.catchUp(desk)
      expect(again?.reset).toBe(true)
      const whole = plainDesk()
      await whole.catchUp(desk)
      expect([early.ids('contract'), late.dump(), early.dump()]).toEqual([[], whole.dump(), whole.dump()])
      // One that has passed the floor goes on.
      const [quiet] = await early.catchUp(desk)
      expect([quiet?.reset, quiet?.rows]).toEqual([false, []])
    })

    it('P9 never moves the floor by a day that nobody noted: a backend that was off for a year keeps what it has', async () => {
      const { contractId } = await addCustomer(given())
      const away = plainDesk()
      await away.catchUp(desk)
      await remove(contractId)
      await retention.runOnce(after(365))
      const [page] = await away.catchUp(desk)
      expect([page?.reset, page?.tombstones.map(({ id }) => id)]).toEqual([false, [contractId]])
    })

    it('forgets the change log with the deletions, and moves the floor back for nobody', async () => {
      await addCustomer(given())
      await retention.runOnce(after(0))
      await retention.runOnce(after(95))
      const floor = await syncFloorNow(given().queries)
      expect(floor).toBeGreaterThan(0)
      expect(await given().queries.select().from(changeLog)).toEqual([])
      await retention.runOnce(after(95))
      expect(await syncFloorNow(given().queries)).toBe(floor)
    })

    it('P4 keeps results of intents 180 days, and the latest of each desk for good', async () => {
      const last = keptResults + 10
      await given().queries.update(device).set({ lastMut: last }).where(eq(device.id, desk.device))
      const result = (mut: number) => ({ mut, outcome: 'applied' }) as const
      const rows = Array.from({ length: last }, (_, index) => ({ deviceId: desk.device, engineerId: desk.engineerId, mut: index + 1, name: 'claim', args: {}, result: result(index + 1), at: after(index < 5 ? 0 : 1) }))
      await given().queries.insert(commandLog).values(rows)
      await retention.runOnce(after(180.5))
      const kept = async () => (await given().queries.select({ mut: commandLog.mut }).from(commandLog)).map(({ mut }) => mut).toSorted((a, b) => a - b)
      expect((await kept())[0]).toBe(6)
      await retention.runOnce(after(400))
      expect([(await kept())[0], (await kept()).length]).toEqual([11, keptResults])
      expect((await desk.pull(null)).results).toHaveLength(keptResults)
    })
  })
}
