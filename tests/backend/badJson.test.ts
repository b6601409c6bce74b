import { afterAll, beforeAll, expect, test } from 'vitest'
import { attackRoutes, worksLater } from '../badInput/attackRoutes'
import { badRequests, soundBodies } from '../badInput/badRequests'
import { openTableDigest } from '../badInput/tableDigest'
import { openTarget } from '../badInput/openTarget'
import type { Target } from '../badInput/openTarget'
import { addTicket } from '../fixtures/backendWorld'
import { openCustomerBackend } from '../fixtures/customerBackend'
import type { CustomerBackend } from '../fixtures/customerBackend'

let backend: CustomerBackend
let target: Target

beforeAll(async () => {
  backend = await openCustomerBackend()
  target = await openTarget(backend)
})
afterAll(async () => {
  await target.close()
  await backend.close()
})

const nameOf = ({ method, url }: { method: string; url: string }): string => `${method} ${url}`

test('P39 every route of the API that takes a body is attacked with a sound one as the start', () => {
  const takesBody = target.routes.filter(({ method, url }) => url.startsWith('/api/') && method === 'POST').map(nameOf)
  expect(takesBody.filter((name) => soundBodies[name] === undefined)).toEqual([])
  expect(Object.keys(soundBodies).filter((name) => !takesBody.includes(name))).toEqual([])
})

test('control: who calls is signed in on both sides, and a written row shows in the digest', async () => {
  const { app, caller } = target
  expect((await app.inject({ method: 'GET', url: '/requests', headers: { cookie: caller.cookie } })).statusCode).toBe(200)
  expect((await app.inject({ method: 'GET', url: '/api/held-mail', headers: { authorization: `Bearer ${caller.bearer}` } })).statusCode).toBe(200)
  const digest = await openTableDigest(backend.database)
  const before = await digest()
  expect(await digest()).toBe(before)
  await addTicket(backend.database)
  expect(await digest()).not.toBe(before)
})

test('P39 1,000 bad calls over every route: none is our failure, and what is refused changes nothing', async () => {
  const routes = target.routes.toSorted((a, b) => Number(worksLater.test(nameOf(a))) - Number(worksLater.test(nameOf(b))))
  const { statuses, faults } = await attackRoutes(target.app, badRequests(routes, target.caller, 1_000, 39), await openTableDigest(backend.database))
  expect(faults).toEqual([])
  // A control of the calls: they get past the first check at many places.
  expect(Object.keys(statuses).map(Number)).toEqual(expect.arrayContaining([200, 303, 400, 401, 403, 404]))
}, 180_000)
