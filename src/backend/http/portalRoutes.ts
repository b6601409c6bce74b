import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { portalStyles } from '../../portal/portalStyles'
import { uploadScript } from '../../portal/upload/uploadScript'
import type { BackendContext } from '../context'
import { createSignInLimiter } from '../sessions/signInLimiter'
import { accessLinkRoutes } from './portal/accessLinkRoutes'
import { accessRequestRoutes } from './portal/accessRequestRoutes'
import { answerPortalProblem } from './portal/answerPortalProblem'
import { fileRoutes } from './portal/fileRoutes'
import { passwordRoutes } from './portal/passwordRoutes'
import { peopleRoutes } from './portal/peopleRoutes'
import { raiseRoutes } from './portal/raiseRoutes'
import { requestRoutes } from './portal/requestRoutes'
import { requireVisit } from './portal/requireVisit'
import { signInRoutes } from './portal/signInRoutes'
import { submitRoutes } from './portal/submitRoutes'

/** No script but the file of ours, no frame, nothing from elsewhere. `same-origin` keeps the Origin header on our own forms; `no-referrer` would blank it. */
const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
} as const

/** The customer portal: pages for browsers, in a scope of its own with its own failures and headers. */
export const portalRoutes = (app: FastifyInstance, context: BackendContext): void => {
  void app.register(async (portal) => {
    portal.setErrorHandler(answerPortalProblem(context))
    // Pages are no part of the API's description.
    portal.addHook('onRoute', (route) => void (route.schema = { ...route.schema, hide: true }))
    portal.decorateRequest('portalVisit', null)
    portal.addHook('onRequest', async (_request, reply) => void reply.headers(headers))
    await portal.register(cookie)
    await portal.register(formbody)
    await portal.register(multipart, { throwFileSizeLimit: false })
    portal.get('/', async (_request, reply) => reply.redirect('/requests', 303))
    portal.get('/portal.css', async (_request, reply) => reply.header('cache-control', 'public, max-age=300').type('text/css; charset=utf-8').send(portalStyles))
    portal.get('/portal.js', async (_request, reply) => reply.header('cache-control', 'public, max-age=300').type('text/javascript; charset=utf-8').send(uploadScript))
    const limiter = createSignInLimiter()
    signInRoutes(portal, context, limiter)
    passwordRoutes(portal, context, limiter)
    accessLinkRoutes(portal, context)
    accessRequestRoutes(portal, context)
    await portal.register(async (signedIn) => {
      requireVisit(signedIn, context)
      requestRoutes(signedIn, context)
      submitRoutes(signedIn, context)
      raiseRoutes(signedIn, context)
      fileRoutes(signedIn, context)
      peopleRoutes(signedIn, context)
    })
  })
}
