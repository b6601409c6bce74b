import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problemShape } from '../../protocol/problem'
import { refreshRequestShape, sessionGrantShape, signInRequestShape } from '../../protocol/session/session'
import type { BackendContext } from '../context'
import { deviceRevoked } from '../sessions/deviceRevoked'
import { endFamily } from '../sessions/endFamily'
import { refreshSession } from '../sessions/refreshSession'
import { requireDeskSession, sessionOf } from '../sessions/requireDeskSession'
import { signIn } from '../sessions/signIn'
import { createSignInLimiter } from '../sessions/signInLimiter'
import type { HintHub } from '../sync/hintHub'
import { ProblemError } from './problemError'

/** Requests a minute from one address; wrong passwords have their own, much smaller limit. */
const perAddress = { rateLimit: { max: 120, timeWindow: 60_000 } }

/** Sign-in, refresh and sign-out of desks. */
export const sessionRoutes = (app: FastifyInstance, context: BackendContext, hub: HintHub): void => {
  const limiter = createSignInLimiter()
  const open = app.withTypeProvider<ZodTypeProvider>()

  open.post(
    '/api/session',
    {
      config: perAddress,
      schema: {
        summary: 'Sign in on a device',
        body: signInRequestShape,
        response: { 200: sessionGrantShape, 400: problemShape, 401: problemShape, 403: problemShape, 429: problemShape },
      },
    },
    async (request) => signIn(context, limiter, request.body, request.ip),
  )

  open.post(
    '/api/session/refresh',
    {
      config: perAddress,
      schema: {
        summary: 'Exchange a refresh token, once, for a new session',
        body: refreshRequestShape,
        response: { 200: sessionGrantShape, 400: problemShape, 401: problemShape, 410: problemShape, 429: problemShape },
      },
    },
    async (request) => {
      const { value: outcome } = await context.database.write(async (tx) => refreshSession(tx, request.body, context.now()))
      if (outcome.ok) return outcome.grant
      if (outcome.revoked) throw deviceRevoked()
      if (outcome.endedFamily !== null) hub.closeFamily(outcome.endedFamily)
      throw new ProblemError('sessionExpired', 'Your session has ended. Please sign in again; nothing you saved is lost.')
    },
  )

  void app.register(async (signedIn) => {
    requireDeskSession(signedIn, context)
    signedIn.withTypeProvider<ZodTypeProvider>().delete(
      '/api/session',
      { schema: { summary: 'Sign out of this device', security: [{ bearer: [] }], response: { 204: z.null(), 401: problemShape } } },
      async (request, reply) => {
        const { family } = sessionOf(request)
        await context.database.write(async (tx) => endFamily(tx, family, context.now()))
        hub.closeFamily(family)
        return reply.code(204).send(null)
      },
    )
  })
}
