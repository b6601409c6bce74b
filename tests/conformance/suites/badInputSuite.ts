import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/backend/db/database'
import { healthShape } from '../../../src/protocol/health'
import { problemShape } from '../../../src/protocol/problem'
import { emptyDatabase, openTestBackend } from '../testBackend'
import type { TestBackend, TestDesk } from '../testBackend'

const deep = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`

export const badInputSuite = (given: () => Database): void => {
  describe('bad input', () => {
    let backend: TestBackend
    let desk: TestDesk

    beforeAll(async () => {
      await emptyDatabase(given())
      backend = await openTestBackend(given())
      desk = await backend.desk()
    })
    afterAll(async () => backend.close())

    const bodies = (): readonly (readonly [string, string])[] => [
      ['cut short', '{"device":'],
      ['empty', ''],
      ['no object', '42'],
      ['null', 'null'],
      ['a polluted prototype', '{"__proto__":{"admin":true},"device":"x"}'],
      ['100,000 deep', deep(100_000)],
      ['a deep argument', `{"device":"${desk.device}","mutations":[{"mut":1,"name":"addNote","version":1,"args":${deep(50_000)},"base":{},"clientTime":0}]}`],
      ['a huge number', `{"device":"${desk.device}","mutations":[{"mut":1e400,"name":"addNote","version":1,"args":{},"base":{},"clientTime":0}]}`],
      ['half a surrogate pair', `{"device":"${desk.device}","mutations":[{"mut":2,"name":"\\ud800","version":1,"args":{},"base":{},"clientTime":0}]}`],
      ['a NUL', `{"device":"${desk.device}\\u0000","mutations":[]}`],
    ]
    const routes = ['/api/session', '/api/session/refresh', '/api/sync/pull', '/api/sync/push']

    it('P39 no body at any route is our failure: each gets a refusal with words', async () => {
      for (const url of routes) {
        for (const [what, payload] of bodies()) {
          const answer = await backend.app.inject({
            method: 'POST',
            url,
            headers: { 'content-type': 'application/json', authorization: `Bearer ${desk.grant.accessToken}` },
            payload,
          })
          const told = answer.statusCode === 200 ? answer.body.includes('"refused"') : problemShape.safeParse(answer.json()).success
          expect({ told, ours: answer.statusCode >= 500 }, `${url} with ${what}: ${answer.statusCode} ${answer.body.slice(0, 200)}`).toEqual({ told: true, ours: false })
        }
      }
    })

    it('names the field that is wrong', async () => {
      const answer = await backend.post('/api/session', { email: '', password: 'x', device: { id: desk.device, name: 'x' } })
      expect(answer.statusCode).toBe(400)
      expect(answer.json()).toEqual({
        error: {
          code: 'badRequest',
          message: 'The request cannot be read: email: Please type your e-mail address',
          fields: [{ path: 'email', message: 'Please type your e-mail address' }],
        },
      })
    })

    it('answers unknown and broken addresses, wrong methods and wrong types as problems', async () => {
      const answers = [
        await backend.app.inject({ method: 'GET', url: '/api/nothing' }),
        await backend.app.inject({ method: 'GET', url: '/api/session' }),
        await backend.app.inject({ method: 'GET', url: '/api/%zz' }),
        await backend.app.inject({ method: 'POST', url: '/api/session', headers: { 'content-type': 'text/xml' }, payload: '<a/>' }),
        await backend.app.inject({ method: 'POST', url: '/api/session', headers: { 'content-type': 'application/json' }, payload: `"${'x'.repeat(1_100_000)}"` }),
      ]
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 400, 400, 413])
      for (const answer of answers) problemShape.parse(answer.json())
    })

    it('lets no other page’s origin read an answer', async () => {
      const answer = await backend.app.inject({ method: 'GET', url: '/api/health', headers: { origin: 'https://elsewhere.example' } })
      expect(answer.headers['access-control-allow-origin']).toBeUndefined()
      const desksOwn = await backend.app.inject({ method: 'GET', url: '/api/health', headers: { origin: 'app://console' } })
      expect(desksOwn.headers['access-control-allow-origin']).toBe('app://console')
      healthShape.parse(desksOwn.json())
    })

    it('describes its routes at /api/openapi.json', async () => {
      const document = (await backend.app.inject({ method: 'GET', url: '/api/openapi.json' })).json<{ paths: Record<string, unknown> }>()
      expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/api/health', '/api/session', '/api/session/refresh', '/api/sync/pull', '/api/sync/push', '/api/sync/events']))
    })
  })
}
