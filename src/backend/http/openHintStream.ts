import type { FastifyReply } from 'fastify'
import type { HintStream } from '../sync/hintHub'

/** A desk that does not read for this long a backlog is cut off; it reconnects and pulls. */
const mostUnsentBytes = 64 * 1024

/** Turns a reply into a server-sent event stream. Headers set so far (CORS, security) go along. */
export const openHintStream = (reply: FastifyReply, family: string): HintStream => {
  reply.hijack()
  const { raw } = reply
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value)
  raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
  raw.flushHeaders()
  return {
    family,
    send: (event, data) => {
      if (raw.writableLength > mostUnsentBytes) raw.destroy()
      else if (!raw.destroyed) raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    },
    close: () => raw.end(),
  }
}
