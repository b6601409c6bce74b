import { createServer, connect } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { Transform } from 'node:stream'

/**
 * How the line is. `frozen`: connections stay, and nothing passes. `cut`: every connection is reset, and new ones too.
 * `slow`: `bytesPerSecond` in each direction of each connection.
 */
export type LineMode = 'open' | 'frozen' | 'cut' | { readonly bytesPerSecond: number }

/** A line between a desk and its backend that a test spoils. */
export interface TcpProxy {
  readonly url: string
  readonly set: (mode: LineMode) => void
  readonly close: () => Promise<void>
}

const tickMs = 50

/** Passes everything to 127.0.0.1:`port`, as the line is at that moment. */
export const openTcpProxy = async (port: number): Promise<TcpProxy> => {
  let mode: LineMode = 'open'
  const sockets = new Set<Socket>()
  const thaws = new Set<() => void>()
  const thawed = async (): Promise<void> =>
    mode === 'frozen'
      ? new Promise((resolve) => {
          thaws.add(resolve)
        })
      : undefined

  const piece = (): number => (typeof mode === 'object' ? Math.max(1, Math.round((mode.bytesPerSecond * tickMs) / 1000)) : Infinity)
  const throttle = (): Transform => {
    const pass = async (through: Transform, chunk: Buffer): Promise<void> => {
      for (let at = 0; at < chunk.length; ) {
        await thawed()
        const size = Math.min(piece(), chunk.length - at)
        through.push(chunk.subarray(at, at + size))
        at += size
        if (typeof mode === 'object') await new Promise((resolve) => setTimeout(resolve, tickMs))
      }
    }
    return new Transform({
      transform(chunk: Buffer, _encoding, done) {
        pass(this, chunk).then(() => done(), done)
      },
    })
  }

  const server = createServer((near) => {
    if (mode === 'cut') {
      near.resetAndDestroy()
      return
    }
    const far = connect(port, '127.0.0.1')
    for (const [one, other] of [[near, far], [far, near]] as const) {
      sockets.add(one)
      // A broken side breaks the other; who speaks over them learns it from its own socket.
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        if (mode !== 'frozen') other.destroy()
      })
      one.pipe(throttle()).pipe(other)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    set: (next) => {
      mode = next
      if (mode === 'cut') for (const socket of sockets) socket.resetAndDestroy()
      if (mode !== 'frozen') for (const thaw of thaws) thaw()
      if (mode !== 'frozen') thaws.clear()
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
