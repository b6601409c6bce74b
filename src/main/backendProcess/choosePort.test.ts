import { createServer } from 'node:net'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { choosePort } from './choosePort'

const servers = new Set<ReturnType<typeof createServer>>()
afterEach(async () => {
  for (const server of servers) {
    server.close()
    await once(server, 'close')
  }
  servers.clear()
})

async function occupy(): Promise<number> {
  const server = createServer()
  servers.add(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

describe('choosePort', () => {
  it('keeps the preferred port while it is free', async () => {
    const free = await choosePort(0)
    expect(free).toBeGreaterThan(0)
    expect(await choosePort(free)).toBe(free)
  })

  it('takes another one when somebody has it', async () => {
    const taken = await occupy()
    const chosen = await choosePort(taken)
    expect(chosen).toBeGreaterThan(0)
    expect(chosen).not.toBe(taken)
  })
})
