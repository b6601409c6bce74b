import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/backend/db/database'
import { engineer } from '../../../src/backend/db/schema'
import { hintShape, pingSeconds, watchdogSeconds } from '../../../src/protocol/sync/pull'
import type { Hint } from '../../../src/protocol/sync/pull'
import { addTicket } from '../../fixtures/backendWorld'
import { readEvents } from '../../fixtures/readEvents'
import type { EventReader } from '../../fixtures/readEvents'
import { emptyDatabase, openTestBackend } from '../testBackend'
import type { TestBackend, TestDesk } from '../testBackend'

export const hintSuite = (given: () => Database): void => {
  describe('hints', () => {
    let backend: TestBackend
    let desk: TestDesk
    let events: EventReader

    const open = async (pingEvery?: number): Promise<void> => {
      await emptyDatabase(given())
      backend = await openTestBackend(given(), pingEvery)
      desk = await backend.desk()
      await backend.app.listen({ host: '127.0.0.1', port: 0 })
      const address = backend.app.server.address()
      const port = typeof address === 'object' ? address?.port : undefined
      events = await readEvents(`http://127.0.0.1:${port}/api/sync/events`, desk.grant.accessToken)
    }
    const nextHint = async (): Promise<Hint> => {
      const event = await events.next()
      expect(event?.event).toBe('hint')
      return hintShape.parse(JSON.parse(event?.data ?? 'null'))
    }
    const ended = async (): Promise<boolean> => {
      for (let event = await events.next(); event !== null; ) event = await events.next()
      return true
    }
    beforeEach(async () => open())
    afterEach(async () => {
      events.close()
      await backend.close()
    })

    it('come on connecting and after each commit, unbuffered and readable by the desk’s origin only', async () => {
      expect(events.headers.get('content-type')).toContain('text/event-stream')
      expect(events.headers.get('x-accel-buffering')).toBe('no')
      expect(events.headers.get('access-control-allow-origin')).toBe('app://console')
      const first = await nextHint()
      expect(first).toEqual((({ epoch, seq, scopeV }) => ({ epoch, seq, scopeV }))((await desk.pull(null)).cursor))
      const { rev } = await addTicket(given())
      let hint = await nextHint()
      while (hint.seq < rev) hint = await nextHint()
      expect(hint).toEqual({ ...first, seq: rev })
    })

    it('P46 end at once when the engineer signs out', async () => {
      await nextHint()
      await backend.app.inject({ method: 'DELETE', url: '/api/session', headers: { authorization: `Bearer ${desk.grant.accessToken}` } })
      expect(await ended()).toBe(true)
    })

    it('P46 end at once when the engineer is disabled', async () => {
      await nextHint()
      const at = performance.now()
      await given().write(async (tx, touched) => {
        await tx.update(engineer).set({ active: false }).where(eq(engineer.id, desk.engineerId))
        touched.put('engineer', desk.engineerId)
      })
      expect(await ended()).toBe(true)
      expect(performance.now() - at).toBeLessThan(1_000)
    })

    it('P22 are interspersed with pings, often enough for the desk’s watchdog', async () => {
      expect(pingSeconds * 2).toBeLessThan(watchdogSeconds)
      events.close()
      await backend.close()
      await open(20)
      const kinds = new Set<string | undefined>()
      while (kinds.size < 2) kinds.add((await events.next())?.event)
      expect(kinds).toEqual(new Set(['hint', 'ping']))
    })
  })
}
