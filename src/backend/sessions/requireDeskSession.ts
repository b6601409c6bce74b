import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { BackendContext } from '../context'
import { ProblemError } from '../http/problemError'
import type { DeskSession } from './deskSession'
import { findSession } from './findSession'

const expired = (): ProblemError => new ProblemError('sessionExpired', 'Your session has ended. Please sign in again; nothing you saved is lost.')

/** Makes every route of `app`'s scope answer 401 unless a valid access token came along. */
export const requireDeskSession = (app: FastifyInstance, { database, now }: BackendContext): void => {
  app.addHook('onRequest', async (request) => {
    const [scheme, token] = (request.headers.authorization ?? '').split(' ')
    if (scheme?.toLowerCase() !== 'bearer' || token === undefined) throw expired()
    request.deskSession = await findSession(database.queries, token, now())
    if (request.deskSession === null) throw expired()
  })
}

/** The session of a request inside such a scope. */
export const sessionOf = (request: FastifyRequest): DeskSession => {
  if (request.deskSession === null) throw expired()
  return request.deskSession
}
