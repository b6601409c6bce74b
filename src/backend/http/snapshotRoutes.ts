import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { digestResponseShape } from '../../protocol/sync/digest'
import { pullRequestShape } from '../../protocol/sync/pull'
import { snapshotQueryShape } from '../../protocol/sync/snapshot'
import type { SnapshotLine } from '../../protocol/sync/snapshot'
import type { BackendContext } from '../context'
import { sessionOf } from '../sessions/requireDeskSession'
import { readDigestPage } from '../sync/readDigestPage'
import { requireServedWire } from '../sync/requireServedWire'
import { openSnapshot } from '../sync/snapshot/openSnapshot'
import { ownDevice } from './ownDevice'

async function* write(chunks: AsyncIterable<readonly SnapshotLine[]>): AsyncGenerator<string> {
  for await (const lines of chunks) yield lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

/** Everything for a desk that begins anew, and the check of what it holds: register inside a scope with `requireDeskSession`. */
export const snapshotRoutes = (app: FastifyInstance, context: BackendContext): void => {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/sync/snapshot',
    { schema: { summary: 'Everything, as newline-delimited JSON, Urgent tickets first', security: [{ bearer: [] }], querystring: snapshotQueryShape } },
    async (request, reply) => {
      requireServedWire(request.query.schema)
      const { table } = request.query
      if (table !== undefined) request.log.warn({ table, device: sessionOf(request).deviceId }, 'a desk found its copy of a table drifted and reads it again')
      const chunks = openSnapshot(context, sessionOf(request), request.query)
      // One chunk is read ahead at most: a desk that reads slowly holds back the reading, not the memory of this process.
      const body = Readable.from(write(chunks), { objectMode: false, highWaterMark: 64 * 1024 })
      return reply.headers({ 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }).send(body)
    },
  )

  app.withTypeProvider<ZodTypeProvider>().post(
    '/api/sync/digest',
    {
      // Rows are checked by the desk one by one, as those of a pull.
      serializerCompiler: () => JSON.stringify,
      schema: { summary: 'What changed after a cursor, and what every table then amounts to', security: [{ bearer: [] }], body: pullRequestShape, response: { 200: digestResponseShape } },
    },
    async (request) => {
      const session = sessionOf(request)
      const { device, cursor, limit, schema } = request.body
      ownDevice(session, device)
      requireServedWire(schema)
      return context.database.read(async (tx) => readDigestPage(tx, session, cursor, limit, schema))
    },
  )
}
