import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problemShape } from '../../protocol/problem'
import { deviceListShape, revokeDeviceShape } from '../../protocol/session/devices'
import { idShape } from '../../protocol/shapes'
import type { BackendContext } from '../context'
import { listDevices } from '../devices/listDevices'
import { revokeDevice } from '../devices/revokeDevice'
import { sessionOf } from '../sessions/requireDeskSession'
import type { HintHub } from '../sync/hintHub'

const security = [{ bearer: [] }]
const problems = { 400: problemShape, 401: problemShape, 403: problemShape, 404: problemShape, 410: problemShape, 503: problemShape }

/** Desks that are signed in or were, and revoking them. Register inside the scope that requires a desk session. */
export const deviceRoutes = (app: FastifyInstance, context: BackendContext, hub: HintHub): void => {
  const typed = app.withTypeProvider<ZodTypeProvider>()

  typed.get(
    '/api/devices',
    { schema: { summary: 'The desks one may revoke: one’s own, or for an administrator everybody’s', security, response: { 200: deviceListShape, ...problems } } },
    async (request) => listDevices(context.database.queries, sessionOf(request).engineer),
  )

  typed.post(
    '/api/devices/:id/revoke',
    { schema: { summary: 'Ends an engineer’s use of a desk, which then wipes itself', security, params: z.object({ id: idShape }), body: revokeDeviceShape, response: { 200: deviceListShape, ...problems } } },
    async (request) => {
      const { engineer } = sessionOf(request)
      const families = await revokeDevice(context, engineer, { deviceId: request.params.id, engineerId: request.body.engineerId })
      for (const family of families) hub.closeFamily(family)
      return listDevices(context.database.queries, engineer)
    },
  )
}
