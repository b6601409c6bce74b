import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { pushRequestShape, pushResponseShape } from '../../protocol/commands/push'
import { problemShape } from '../../protocol/problem'
import { hintShape, pullRequestShape, pullResponseShape, waitQueryShape } from '../../protocol/sync/pull'
import type { BackendContext } from '../context'
import type { SetTimer } from '../daemons/setTimer'
import { sessionOf } from '../sessions/requireDeskSession'
import { applyPush } from '../sync/applyPush'
import type { HintHub } from '../sync/hintHub'
import { createHintWaits } from '../sync/hintWaits'
import { readPage } from '../sync/readPage'
import { requireServedWire } from '../sync/requireServedWire'
import { openHintStream } from './openHintStream'
import { ownDevice } from './ownDevice'

/** 200 intents, some with long texts. */
const mostPushBytes = 16 * 1024 * 1024

const security = [{ bearer: [] }]
const problems = { 400: problemShape, 401: problemShape, 403: problemShape, 503: problemShape }

/** Pull, push and hints, for signed-in desks: register inside a scope with `requireDeskSession`. */
export const syncRoutes = (app: FastifyInstance, context: BackendContext, hub: HintHub, setTimer?: SetTimer): void => {
  const typed = app.withTypeProvider<ZodTypeProvider>()
  const waits = createHintWaits(hub, setTimer)

  typed.post(
    '/api/sync/pull',
    {
      // Rows are checked by the desk one by one; checking them here too would double the cost of a first sync.
      serializerCompiler: () => JSON.stringify,
      schema: { summary: 'What changed after a cursor', security, body: pullRequestShape, response: { 200: pullResponseShape, ...problems, 426: problemShape } },
    },
    async (request) => {
      const session = sessionOf(request)
      ownDevice(session, request.body.device)
      const { cursor, limit, schema } = request.body
      requireServedWire(schema)
      return context.database.read(async (tx) => readPage(tx, session, cursor, limit, schema))
    },
  )

  typed.post(
    '/api/sync/push',
    {
      bodyLimit: mostPushBytes,
      schema: { summary: 'Intents of one device, in order', security, body: pushRequestShape, response: { 200: pushResponseShape, ...problems, 409: problemShape } },
    },
    async (request) => {
      const session = sessionOf(request)
      ownDevice(session, request.body.device)
      return applyPush(context, session, request.body.mutations)
    },
  )

  typed.get(
    '/api/sync/wait',
    { schema: { summary: 'A hint as soon as there is something to pull (held request)', security, querystring: waitQueryShape, response: { 200: hintShape, ...problems } } },
    async (request, reply) => waits.wait(sessionOf(request), request.query, (work) => void reply.raw.once('close', work)),
  )

  app.get('/api/sync/events', { schema: { summary: 'Hints that there is something to pull (server-sent events)', security } }, async (request, reply) => {
    const stream = openHintStream(reply, sessionOf(request).family)
    const remove = await hub.add(stream)
    reply.raw.on('close', remove)
    if (reply.raw.destroyed) remove()
  })
}
