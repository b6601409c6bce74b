import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Instant } from '../../../src/domain/calendar/time'
import type { Database } from '../../../src/backend/db/database'
import { protocolVersion } from '../../../src/protocol/protocolVersion'
import type { DeviceList } from '../../../src/protocol/session/devices'
import type { SessionGrant } from '../../../src/protocol/session/session'
import { readEvents } from '../../fixtures/readEvents'
import { engineerPassword, worldStart } from '../../fixtures/backendWorld'
import { emptyDatabase, openTestBackend } from '../testBackend'
import type { TestBackend, TestDesk } from '../testBackend'

export const deviceSuite = (given: () => Database): void => {
  describe('revoked desks', () => {
    let backend: TestBackend
    let administrator: TestDesk
    let engineer: TestDesk

    beforeEach(async () => {
      await emptyDatabase(given())
      backend = await openTestBackend(given())
      administrator = await backend.desk({ role: 'administrator' })
      engineer = await backend.desk()
    })
    afterEach(async () => backend.close())

    const revoke = async (by: TestDesk, of: TestDesk) => backend.post(`/api/devices/${of.device}/revoke`, { engineerId: of.engineerId }, by.grant.accessToken)
    const list = async (by: TestDesk) =>
      (await backend.app.inject({ method: 'GET', url: '/api/devices', headers: { authorization: `Bearer ${by.grant.accessToken}` } })).json<DeviceList>().devices.map(({ deviceId, revokedAt }) => [deviceId, revokedAt])
    const pull = async ({ device }: TestDesk, { accessToken }: SessionGrant) => backend.post('/api/sync/pull', { device, schema: protocolVersion, cursor: null }, accessToken)
    const signIn = async ({ grant, device }: TestDesk, password = engineerPassword) =>
      backend.post('/api/session', { email: grant.engineer.email, password, device: { id: device, name: 'test desk' } })

    it('P42 P46 one’s own desk, or any for an administrator: its next call of any kind is answered with 410 and words', async () => {
      expect((await revoke(engineer, administrator)).statusCode).toBe(403)
      expect((await revoke(administrator, engineer)).statusCode).toBe(200)
      expect((await revoke(administrator, engineer)).statusCode).toBe(200)
      const answers = [
        await pull(engineer, engineer.grant),
        await engineer.push(engineer.intent('claim', {})),
        await backend.app.inject({ method: 'GET', url: '/api/sync/events', headers: { authorization: `Bearer ${engineer.grant.accessToken}` } }),
        await backend.app.inject({ method: 'GET', url: `/api/attachments/${randomUUID()}`, headers: { authorization: `Bearer ${engineer.grant.accessToken}` } }),
        await backend.post('/api/session/refresh', { refreshToken: engineer.grant.refreshToken, deviceId: engineer.device }),
      ]
      for (const answer of answers) expect([answer.statusCode, answer.json()]).toEqual([410, { error: { code: 'deviceRevoked', message: expect.stringContaining('was revoked') as string } }])
      expect((await revoke(administrator, { ...engineer, device: randomUUID() })).statusCode).toBe(404)
    })

    it('P46 closes the hint stream of the desk at once', async () => {
      await backend.app.listen({ host: '127.0.0.1', port: 0 })
      const address = backend.app.server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      const events = await readEvents(`http://127.0.0.1:${String(port)}/api/sync/events`, engineer.grant.accessToken)
      await events.next()
      await revoke(engineer, engineer)
      let last = await events.next()
      while (last !== null) last = await events.next()
      expect(last).toBeNull()
    })

    it('is told so also when its tokens ended long before', async () => {
      await revoke(administrator, engineer)
      backend.setNow((worldStart + 40 * 24 * 3_600_000) as Instant)
      expect((await pull(engineer, engineer.grant)).statusCode).toBe(410)
      expect((await backend.post('/api/session/refresh', { refreshToken: engineer.grant.refreshToken, deviceId: engineer.device })).statusCode).toBe(410)
    })

    it('begins anew when its engineer signs in again: told to wipe, old tokens worth nothing', async () => {
      await revoke(administrator, engineer)
      expect((await signIn(engineer, 'not it')).statusCode).toBe(401)
      const again = (await signIn(engineer)).json<SessionGrant>()
      expect(again.wipe).toBe(true)
      expect((await pull(engineer, again)).statusCode).toBe(200)
      expect((await pull(engineer, engineer.grant)).statusCode).toBe(401)
      expect((await signIn(engineer)).json<SessionGrant>().wipe).toBeUndefined()
    })

    it('leaves a colleague’s use of the same desk alone', async () => {
      const { grant } = await backend.desk()
      const colleague = (await backend.post('/api/session', { email: grant.engineer.email, password: engineerPassword, device: { id: engineer.device, name: 'test desk' } })).json<SessionGrant>()
      await revoke(administrator, engineer)
      expect((await pull(engineer, colleague)).statusCode).toBe(200)
      expect((await pull(engineer, engineer.grant)).statusCode).toBe(410)
    })

    it('lists one’s own desks, for an administrator everybody’s, with those that were revoked', async () => {
      await revoke(administrator, engineer)
      expect(await list(administrator)).toEqual(expect.arrayContaining([[administrator.device, null], [engineer.device, worldStart]]))
      const other = await backend.desk()
      expect(await list(other)).toEqual([[other.device, null]])
    })
  })
}
