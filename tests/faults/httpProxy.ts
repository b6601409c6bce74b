import { createServer, request as ask } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** What the proxy does to requests and answers, each of its own. */
export interface HttpFaults {
  /** Holds each answer back until it is whole: an event stream never is. */
  readonly buffers?: boolean
  /** Sends each POST to the backend twice. */
  readonly duplicates?: boolean
  /** Drops every second answer to a POST, after the backend has acted on it. */
  readonly dropsHalf?: boolean
  /** Holds every second POST back until the next one has overtaken it, or `overtakeMs` have passed. */
  readonly reorders?: boolean
}

/** An HTTP proxy as firms have them, and worse. */
export interface HttpProxy {
  readonly url: string
  readonly set: (faults: HttpFaults) => void
  readonly counts: { duplicated: number; dropped: number; overtaken: number }
  readonly close: () => Promise<void>
}

const overtakeMs = 150

/** Passes requests to 127.0.0.1:`port` with the faults set at that moment. */
export const openHttpProxy = async (port: number): Promise<HttpProxy> => {
  let faults: HttpFaults = {}
  let posts = 0
  const counts = { duplicated: 0, dropped: 0, overtaken: 0 }
  let letOvertaken: () => void = () => undefined

  const send = async (incoming: IncomingMessage, body: Buffer): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const outgoing = ask({ host: '127.0.0.1', port, method: incoming.method, path: incoming.url, headers: { ...incoming.headers, 'content-length': body.length } }, resolve)
      outgoing.on('error', reject)
      incoming.socket.on('close', () => outgoing.destroy())
      outgoing.end(body)
    })

  const overtaken = async (): Promise<void> =>
    new Promise((resolve) => {
      counts.overtaken += 1
      letOvertaken = resolve
      setTimeout(resolve, overtakeMs)
    })

  const pass = async (incoming: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const body = await buffer(incoming)
    const isPost = incoming.method === 'POST'
    if (isPost) posts += 1
    const nth = posts
    if (isPost && faults.reorders === true && nth % 2 === 1) await overtaken()
    if (isPost && faults.duplicates === true) {
      counts.duplicated += 1
      const first = await send(incoming, body)
      await buffer(first)
    }
    const from = await send(incoming, body)
    letOvertaken()
    if (isPost && faults.dropsHalf === true && nth % 2 === 0) {
      await buffer(from)
      counts.dropped += 1
      incoming.socket.destroy()
      return
    }
    if (faults.buffers === true) {
      const whole = await buffer(from)
      answer.writeHead(from.statusCode ?? 502, from.headers).end(whole)
      return
    }
    answer.writeHead(from.statusCode ?? 502, from.headers)
    from.pipe(answer)
  }

  const server = createServer((incoming, answer) => {
    pass(incoming, answer).catch(() => incoming.socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    set: (next) => {
      faults = next
    },
    counts,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
