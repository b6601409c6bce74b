import { createElement } from 'react'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { FormProblem } from '../../../portal/form/formProblem'
import { SignInPage } from '../../../portal/signIn/SignInPage'
import { portalSignInShape } from '../../../protocol/portal/request'
import type { BackendContext } from '../../context'
import type { SignInLimiter } from '../../sessions/signInLimiter'
import { checkFormToken, checkOrigin } from './checkForm'
import { formProblems } from './formProblems'
import { frameForAnyone } from './frameForAnyone'
import { nextPath } from './nextPath'
import { clearCookie, readCookie, setCookie } from './portalCookies'
import { endPortalSession, findPortalVisit } from './portalSession'
import { sendPage } from './sendPage'
import { signInToPortal } from './signInToPortal'

const notices: ReadonlyMap<unknown, string> = new Map([
  ['expired', 'Your session has ended. Please sign in again; you will be taken back to where you were.'],
  ['signedOut', 'You are signed out.'],
  ['newPassword', 'Your new password is set, and you are signed out everywhere. Please sign in with it.'],
])

interface SignInView {
  readonly next: string
  readonly email?: string
  readonly problems?: readonly FormProblem[]
  readonly notice?: string | null
  readonly status?: number
}

type Form = Readonly<Record<string, unknown>>

/** Sign-in and sign-out (R10). */
export const signInRoutes = (app: FastifyInstance, context: BackendContext, limiter: SignInLimiter): void => {
  const show = async (request: FastifyRequest, reply: FastifyReply, view: SignInView): Promise<FastifyReply> => {
    const { next, email = '', problems = [], notice = null, status = 200 } = view
    const frame = await frameForAnyone(context, request, reply)
    return sendPage(reply, createElement(SignInPage, { frame, next, email, problems, notice }), status)
  }

  const visitOfCookie = async (request: FastifyRequest) => {
    const token = readCookie(context, request, 'session')
    return token === null ? null : findPortalVisit(context.database.queries, token, context.now())
  }

  app.get<{ Querystring: Form }>('/sign-in', async (request, reply) => {
    const next = nextPath(request.query['next'])
    return show(request, reply, { next, notice: notices.get(request.query['reason']) ?? null })
  })

  app.post<{ Body: Form }>('/sign-in', { config: { rateLimit: { max: 60, timeWindow: 60_000 } } }, async (request, reply) => {
    checkOrigin(context, request)
    const form = request.body ?? {}
    checkFormToken(context, readCookie(context, request, 'form'), form['formToken'])
    const next = nextPath(form['next'])
    const given = portalSignInShape.safeParse({ email: form['email'] ?? '', password: form['password'] ?? '' })
    const email = (typeof form['email'] === 'string' ? form['email'] : '').slice(0, 254)
    if (!given.success) return show(request, reply, { next, email, problems: formProblems(given.error), status: 400 })
    const outcome = await signInToPortal(context, limiter, given.data, request.ip)
    if (!outcome.ok) {
      return show(request, reply, { next, email, problems: [{ field: null, message: outcome.sentence }], status: outcome.status })
    }
    setCookie(context, reply, 'session', outcome.token)
    clearCookie(context, reply, 'form')
    return reply.redirect(next, 303)
  })

  app.post<{ Body: Form }>('/sign-out', async (request, reply) => {
    checkOrigin(context, request)
    const visit = await visitOfCookie(request)
    if (visit) {
      checkFormToken(context, visit.formToken, request.body?.['formToken'])
      await context.database.write(async (tx) => endPortalSession(tx, visit.sessionId, context.now()))
    }
    clearCookie(context, reply, 'session')
    return reply.redirect('/sign-in?reason=signedOut', 303)
  })
}
