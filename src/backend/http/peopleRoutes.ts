import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problemShape } from '../../protocol/problem'
import { changeEngineerShape } from '../../protocol/session/people'
import { idShape } from '../../protocol/shapes'
import { engineerRow } from '../../protocol/sync/firmRows'
import type { BackendContext } from '../context'
import { changeEngineer } from '../people/changeEngineer'
import { sessionOf } from '../sessions/requireDeskSession'

const problems = { 400: problemShape, 401: problemShape, 403: problemShape, 404: problemShape, 410: problemShape, 503: problemShape }

/** What administrators change of people. Register inside the scope that requires a desk session. */
export const peopleRoutes = (app: FastifyInstance, context: BackendContext): void => {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/api/people/:id',
    { schema: { summary: 'Changes somebody’s role, or switches an account on or off', security: [{ bearer: [] }], params: z.object({ id: idShape }), body: changeEngineerShape, response: { 200: engineerRow, ...problems } } },
    async (request) => changeEngineer(context, sessionOf(request).engineer, request.params.id, request.body),
  )
}
