import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Instant } from '../../../src/domain/calendar/time'
import type { Database } from '../../../src/backend/db/database'
import { deskSession, engineer } from '../../../src/backend/db/schema'
import { sessionGrantShape } from '../../../src/protocol/session/session'
import type { SessionGrant } from '../../../src/protocol/session/session'
import { addEngineer, engineerPassword, worldStart } from '../../fixtures/backendWorld'
import { emptyDatabase, openTestBackend } from '../testBackend'
import type { TestBackend } from '../testBackend'

export const sessionSuite = (given: () => Database): void => {
  describe('sessions', () => {
    let backend: TestBackend

    beforeEach(async () => {
      await emptyDatabase(given())
      backend = await openTestBackend(given())
    })
    afterEach(async () => backend.close())

    const signIn = async (email: string, password = engineerPassword, id: string = randomUUID()) =>
      backend.post('/api/session', { email, password, device: { id, name: 'test desk' } })
    const pullWith = async (grant: SessionGrant, device: string) => backend.post('/api/sync/pull', { device, cursor: null }, grant.accessToken)

    it('signs an engineer in, whatever the case of the address, and stores no token as it is', async () => {
      const { email } = await addEngineer(given())
      const answer = await signIn(` ${email.toUpperCase()} `)
      const grant = sessionGrantShape.parse(answer.json())
      expect(grant.accessExpiresAt).toBe(worldStart + 15 * 60_000)
      const stored = JSON.stringify(await given().queries.select().from(deskSession))
      expect(stored).not.toContain(grant.accessToken)
      expect(stored).not.toContain(grant.refreshToken)
    })

    it('answers a wrong password and an unknown person with the same words', async () => {
      const { email } = await addEngineer(given())
      const [wrong, unknown] = await Promise.all([signIn(email, 'not it'), signIn('nobody@desk.example', 'not it')])
      expect(wrong.statusCode).toBe(401)
      expect(unknown.statusCode).toBe(401)
      expect(unknown.body).toBe(wrong.body)
      expect(wrong.json()).toMatchObject({ error: { code: 'wrongCredentials' } })
      expect(await given().queries.select().from(deskSession)).toEqual([])
    })

    it('P45 stops guessing at one account from one address, while the owner’s own device still gets in', async () => {
      const { email } = await addEngineer(given())
      const ownDevice = randomUUID()
      await signIn(email, engineerPassword, ownDevice)
      const guesses = []
      for (let n = 0; n < 12; n += 1) guesses.push((await signIn(email, `guess ${n}`)).statusCode)
      expect(guesses).toEqual([...Array.from({ length: 8 }, () => 401), ...Array.from({ length: 4 }, () => 429)])
      expect((await signIn(email)).statusCode).toBe(429)
      expect((await signIn(email, engineerPassword, ownDevice)).statusCode).toBe(200)
      backend.setNow((worldStart + 15 * 60_000) as Instant)
      expect((await signIn(email)).statusCode).toBe(200)
    })

    it('ends with the access token’s time; a refresh goes on', async () => {
      const desk = await backend.desk()
      backend.setNow((worldStart + 15 * 60_000) as Instant)
      const late = await pullWith(desk.grant, desk.device)
      expect(late.statusCode).toBe(401)
      expect(late.json()).toMatchObject({ error: { code: 'sessionExpired' } })
      const refreshed = await backend.post('/api/session/refresh', { refreshToken: desk.grant.refreshToken, deviceId: desk.device })
      expect((await pullWith(refreshed.json<SessionGrant>(), desk.device)).statusCode).toBe(200)
    })

    it('P46 a refresh token used twice ends every session that came from it', async () => {
      const desk = await backend.desk()
      const request = { refreshToken: desk.grant.refreshToken, deviceId: desk.device }
      const first = (await backend.post('/api/session/refresh', request)).json<SessionGrant>()
      expect((await backend.post('/api/session/refresh', request)).statusCode).toBe(401)
      expect((await pullWith(first, desk.device)).statusCode).toBe(401)
      expect((await pullWith(desk.grant, desk.device)).statusCode).toBe(401)
      expect((await backend.post('/api/session/refresh', { ...request, refreshToken: first.refreshToken })).statusCode).toBe(401)
    })

    it('P46 a refresh token is worth nothing on another device, and ends the family there', async () => {
      const desk = await backend.desk()
      expect((await backend.post('/api/session/refresh', { refreshToken: desk.grant.refreshToken, deviceId: randomUUID() })).statusCode).toBe(401)
      expect((await pullWith(desk.grant, desk.device)).statusCode).toBe(401)
    })

    it('a refresh token lives thirty days', async () => {
      const desk = await backend.desk()
      backend.setNow((worldStart + 30 * 24 * 3_600_000) as Instant)
      expect((await backend.post('/api/session/refresh', { refreshToken: desk.grant.refreshToken, deviceId: desk.device })).statusCode).toBe(401)
    })

    it('a disabled engineer is refused at the next call, and at sign-in learns why only with the right password', async () => {
      const desk = await backend.desk()
      await given().write(async (tx, touched) => {
        await tx.update(engineer).set({ active: false }).where(eq(engineer.id, desk.engineerId))
        touched.put('engineer', desk.engineerId)
      })
      expect((await pullWith(desk.grant, desk.device)).statusCode).toBe(401)
      expect((await backend.post('/api/session/refresh', { refreshToken: desk.grant.refreshToken, deviceId: desk.device })).statusCode).toBe(401)
      expect((await signIn(desk.grant.engineer.email, 'not it')).json()).toMatchObject({ error: { code: 'wrongCredentials' } })
      expect((await signIn(desk.grant.engineer.email)).json()).toMatchObject({ error: { code: 'notAllowed' } })
    })

    it('sign-out ends the session', async () => {
      const desk = await backend.desk()
      const out = await backend.app.inject({ method: 'DELETE', url: '/api/session', headers: { authorization: `Bearer ${desk.grant.accessToken}` } })
      expect(out.statusCode).toBe(204)
      expect((await pullWith(desk.grant, desk.device)).statusCode).toBe(401)
      expect((await backend.post('/api/session/refresh', { refreshToken: desk.grant.refreshToken, deviceId: desk.device })).statusCode).toBe(401)
    })
  })
}
