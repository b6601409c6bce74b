import { createServer } from 'node:net'

/** A free port on loopback, in [1, 65535]: the preferred one when it is free, so that addresses stay the same. */
export async function choosePort(preferred: number): Promise<number> {
  return (preferred === 0 ? null : await tryPort(preferred)) ?? (await tryPort(0)) ?? refuse()
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(null))
    probe.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null))
    })
  })
}

function refuse(): never {
  throw new Error('No port is free on 127.0.0.1. Close some programs and start the desk again.')
}
