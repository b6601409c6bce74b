import { once } from 'node:events'
import { connect } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import multipart from '@fastify/multipart'
import Fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { limitSlowBodies } from './limitSlowBodies'

let app: FastifyInstance
/** Kept once a request's head is there, so that its timer runs. */
let arrived: Promise<void>

beforeEach(async () => {
  // The sockets' own timers run on real time.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  let arrive = (): void => undefined
  arrived = new Promise((resolve) => {
    arrive = resolve
  })
  app = Fastify()
  limitSlowBodies(app)
  app.addHook('onRequest', async () => arrive())
  await app.register(multipart)
  app.post('/', async (request) => {
    if (request.isMultipart()) for await (const part of request.parts()) if (part.type === 'file') await part.toBuffer()
    return { taken: true }
  })
  app.get('/', async () => ({ taken: true }))
  await app.listen({ host: '127.0.0.1', port: 0 })
})
afterEach(async () => {
  vi.useRealTimers()
  await app.close()
})

const send = async (head: readonly string[]): Promise<Socket> => {
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(['POST / HTTP/1.1', 'Host: x', ...head, '', ''].join('\r\n'))
  await arrived
  return socket
}
const answerOf = async (socket: Socket): Promise<string> => {
  const [first] = (await once(socket, 'data')) as [Buffer]
  return first.toString('utf8')
}

test('P39 a body that has not arrived after two minutes is cut', async () => {
  const socket = await send(['Content-Type: application/json', 'Content-Length: 10'])
  socket.write('{"a"')
  const closed = new Promise((resolve) => socket.once('close', resolve))
  vi.advanceTimersByTime(120_000)
  await closed
  expect(socket.destroyed).toBe(true)
})

test('a form with files may take longer than two minutes', async () => {
  const body = ['--b', 'Content-Disposition: form-data; name="attachments"; filename="a.txt"', '', 'x', '--b--', ''].join('\r\n')
  const socket = await send(['Content-Type: multipart/form-data; boundary=b', `Content-Length: ${body.length}`])
  socket.write(body.slice(0, 10))
  vi.advanceTimersByTime(20 * 60_000)
  socket.write(body.slice(10))
  expect(await answerOf(socket)).toContain('200 OK')
  socket.destroy()
})

test('a body that arrived leaves no timer behind', async () => {
  const socket = await send(['Content-Type: application/json', 'Content-Length: 2'])
  socket.write('{}')
  expect(await answerOf(socket)).toContain('200 OK')
  expect(vi.getTimerCount()).toBe(0)
  socket.destroy()
})
