import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { BackendContext } from '../context'
import { ProblemError } from '../http/problemError'
import type { DeskSession } from './deskSession'
import { deviceRevoked } from './deviceRevoked'
import { findSession } from './findSession'

const expired = (): ProblemError => new ProblemError('sessionExpired', 'Your session has ended. Please sign in again; nothing you saved is lost.')

/** Makes every route of `app`'s scope answer 401 unless a valid access token came along, and 410 to a revoked desk. */
export const requireDeskSession = (app: FastifyInstance, { database, now }: BackendContext): void => {
  app.addHook('onRequest', async (request) => {
    const [scheme, token] = (request.headers.authorization ?? '').split(' ')
    if (scheme?.toLowerCase() !== 'bearer' || token === undefined) throw expired()
    const session = await findSession(database.queries, token, now())
    if (session === 'revoked') throw deviceRevoked()
    if (session === null) throw expired()
    request.deskSession = session
  })
}

/** The session of a request inside such a scope. */
export const sessionOf = (request: FastifyRequest): DeskSession => {
  if (request.deskSession === null) throw expired()
  return request.deskSession
}
