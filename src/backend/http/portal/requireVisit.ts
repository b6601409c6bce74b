import type { FastifyInstance, FastifyRequest } from 'fastify'
import { customerMayDo } from '../../../domain/access/customerMayDo'
import type { BackendContext } from '../../context'
import { pageOf } from './nextPath'
import { PortalProblem } from './PortalProblem'
import { readCookie } from './portalCookies'
import { findPortalVisit } from './portalSession'
import type { PortalVisit } from './portalSession'

declare module 'fastify' {
  interface FastifyRequest {
    portalVisit: PortalVisit | null
  }
}

/** Makes every route of `app`'s scope lead to the sign-in page and back, unless a living session came along. */
export const requireVisit = (app: FastifyInstance, context: BackendContext): void => {
  app.addHook('onRequest', async (request, reply) => {
    const token = readCookie(context, request, 'session')
    request.portalVisit = token === null ? null : await findPortalVisit(context.database.queries, token, context.now())
    if (request.portalVisit === null) {
      // A form that is thrown away is still read to its end: a browser shows no answer while it is sending.
      request.raw.resume()
      const query = new URLSearchParams({ next: pageOf(request.url), ...(token === null ? {} : { reason: 'expired' }) })
      return reply.redirect(`/sign-in?${query.toString()}`, 303)
    }
    // Rights are looked at on each request: access that ended at noon ends at noon (R34).
    const right = customerMayDo({ contact: request.portalVisit.contact, operation: 'signIn', about: null, now: context.now() })
    if (!right.allowed) {
      throw new PortalProblem(403, 'No access to the portal', right.sentence, {
        href: '/sign-in',
        label: 'Sign in as somebody else',
      })
    }
  })
}

/** The visitor of a request inside such a scope. */
export const visitOf = (request: FastifyRequest): PortalVisit => {
  if (request.portalVisit === null) throw new Error('this route must stand in the scope of requireVisit')
  return request.portalVisit
}
