import { eq } from 'drizzle-orm'
import type { LightMyRequestResponse } from 'fastify'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Database } from '../../../src/backend/db/database'
import { engineer } from '../../../src/backend/db/schema'
import { holdSeconds, noHint, watchdogSeconds } from '../../../src/protocol/sync/pull'
import type { Hint } from '../../../src/protocol/sync/pull'
import { handTimers } from '../../../src/renderer/fixtures/handTimers'
import { addTicket } from '../../fixtures/backendWorld'
import { emptyDatabase, openTestBackend } from '../testBackend'
import type { TestBackend, TestDesk } from '../testBackend'

export const waitSuite = (given: () => Database): void => {
  describe('held questions for hints', () => {
    let backend: TestBackend
    let desk: TestDesk
    let timers: ReturnType<typeof handTimers>

    beforeEach(async () => {
      await emptyDatabase(given())
      timers = handTimers()
      backend = await openTestBackend(given(), undefined, timers.setTimer)
      desk = await backend.desk()
    })
    afterEach(async () => backend.close())

    const ask = async ({ epoch, seq, scopeV }: Hint, of = desk): Promise<LightMyRequestResponse> =>
      backend.app.inject({ url: '/api/sync/wait', query: { epoch, seq: String(seq), scopeV: String(scopeV) }, headers: { authorization: `Bearer ${of.grant.accessToken}` } })
    const head = async (): Promise<Hint> => (await ask(noHint)).json<Hint>()
    /** Answers once `count` questions are held: each has its timer. */
    const held = async (count = 1): Promise<void> => vi.waitFor(() => expect(timers.waiting()).toEqual(Array.from({ length: count }, () => holdSeconds * 1000)), { interval: 1, timeout: 20_000 })

    it('are answered at once when the head is another one', async () => {
      const now = await head()
      expect(now).toEqual((({ epoch, seq, scopeV }) => ({ epoch, seq, scopeV }))((await desk.pull(null)).cursor))
      expect((await ask({ ...now, seq: now.seq - 1 })).json()).toEqual(now)
      expect((await ask({ ...now, epoch: noHint.epoch })).json()).toEqual(now)
      expect((await ask({ ...now, scopeV: now.scopeV + 1 })).json()).toEqual(now)
      expect(timers.waiting()).toEqual([])
    })

    it('are answered by the next commit', async () => {
      const known = await head()
      const asked = ask(known)
      await held()
      const { rev } = await addTicket(given())
      expect((await asked).json()).toEqual({ ...known, seq: rev })
      expect(timers.waiting()).toEqual([])
    })

    it('P22 are answered with nothing new soon enough for the desk’s watchdog', async () => {
      expect(holdSeconds).toBeLessThan(watchdogSeconds - 5)
      const known = await head()
      const asked = ask(known)
      await held()
      timers.fire()
      const answer = await asked
      expect([answer.statusCode, answer.json()]).toEqual([200, known])
    })

    it('are held once a device: a later one takes the place of an earlier one', async () => {
      const another = await backend.desk()
      const known = await head()
      const first = ask(known)
      await held()
      const second = ask(known)
      expect((await first).statusCode).toBe(503)
      const other = ask(known, another)
      await held(2)
      await addTicket(given())
      expect([(await second).statusCode, (await other).statusCode]).toEqual([200, 200])
    })

    it('P46 end at once with the session: signed out, or the engineer disabled', async () => {
      const known = await head()
      const asked = ask(known)
      await held()
      await backend.app.inject({ method: 'DELETE', url: '/api/session', headers: { authorization: `Bearer ${desk.grant.accessToken}` } })
      expect((await asked).statusCode).toBe(401)
      expect((await ask(known)).statusCode).toBe(401)

      const other = await backend.desk()
      const theirs = ask((await ask(noHint, other)).json<Hint>(), other)
      await held()
      await given().write(async (tx, touched) => {
        await tx.update(engineer).set({ active: false }).where(eq(engineer.id, other.engineerId))
        touched.put('engineer', other.engineerId)
      })
      expect((await theirs).json()).toMatchObject({ error: { code: 'sessionExpired' } })
    })
  })
}
