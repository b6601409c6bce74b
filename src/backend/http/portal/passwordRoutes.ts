import { createElement } from 'react'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { customerMayDo } from '../../../domain/access/customerMayDo'
import type { FormProblem } from '../../../portal/form/formProblem'
import { ForgottenPage } from '../../../portal/password/ForgottenPage'
import { LinkMailedPage } from '../../../portal/password/LinkMailedPage'
import { NewPasswordPage } from '../../../portal/password/NewPasswordPage'
import { portalForgottenShape, portalNewPasswordShape } from '../../../protocol/portal/request'
import { SignInBusyError } from '../../accounts/hashingQueue'
import { judgePassword } from '../../accounts/judgePassword'
import { linkMinutes } from '../../accounts/queuePasswordLink'
import type { BackendContext } from '../../context'
import { createSignInLimiter } from '../../sessions/signInLimiter'
import type { SignInLimiter } from '../../sessions/signInLimiter'
import { checkFormToken, checkOrigin } from './checkForm'
import { findPasswordLink } from './findPasswordLink'
import { formProblems } from './formProblems'
import { frameForAnyone } from './frameForAnyone'
import { mailPasswordLink } from './mailPasswordLink'
import { PortalProblem } from './PortalProblem'
import { clearCookie, readCookie } from './portalCookies'
import { sendPage } from './sendPage'
import { setNewPassword } from './setNewPassword'

type Form = Readonly<Record<string, unknown>>

/** Asks being worked on; more at once would be a flood. */
const mostAtOnce = 200

const gone = (): PortalProblem =>
  new PortalProblem(410, 'This link works no longer', `A link works once, for ${linkMinutes} minutes, and a newer one takes its place. Your password was not changed. Please ask for a new link.`, {
    href: '/forgotten-password',
    label: 'Ask for a new link',
  })

/** A forgotten password: asking for a link, and choosing a new one with it (R35). A mail scanner that opens the link changes nothing. */
export const passwordRoutes = (app: FastifyInstance, context: BackendContext, signIns: SignInLimiter): void => {
  const asks = createSignInLimiter()
  const running = new Set<Promise<unknown>>()
  app.addHook('onClose', async () => void (await Promise.all(running)))

  /** Looked up and mailed after the answer, which then takes the same time whoever is asked for (P43, P45). */
  const mailLater = (email: string): void => {
    if (running.size >= mostAtOnce) throw new SignInBusyError()
    const work = mailPasswordLink(context, email)
      .catch((error: unknown) => context.log.error({ err: error }, 'a link for a new password could not be mailed'))
      .finally(() => running.delete(work))
    running.add(work)
  }

  const ask = async (request: FastifyRequest, reply: FastifyReply, email: string, problems: readonly FormProblem[], status: number): Promise<FastifyReply> =>
    sendPage(reply, createElement(ForgottenPage, { frame: await frameForAnyone(context, request, reply), email, problems }), status)

  app.get('/forgotten-password', async (request, reply) => ask(request, reply, '', [], 200))

  app.post<{ Body: Form }>('/forgotten-password', { config: { rateLimit: { max: 60, timeWindow: 60_000 } } }, async (request, reply) => {
    checkOrigin(context, request)
    const form = request.body ?? {}
    checkFormToken(context, readCookie(context, request, 'form'), form['formToken'])
    const given = portalForgottenShape.safeParse({ email: form['email'] ?? '' })
    if (!given.success) return ask(request, reply, (typeof form['email'] === 'string' ? form['email'] : '').slice(0, 254), formProblems(given.error), 400)
    const { email } = given.data
    const attempt = { email, address: request.ip, knownDevice: null }
    const wait = asks.wait(attempt, context.now())
    if (wait > 0) {
      const message = `A link was asked for too often for this address. Please wait ${Math.ceil(wait / 60)} min and look into your mailbox meanwhile.`
      return ask(request, reply, email, [{ field: null, message }], 429)
    }
    asks.failed(attempt, context.now())
    const frame = await frameForAnyone(context, request, reply)
    mailLater(email.toLowerCase())
    return sendPage(reply, createElement(LinkMailedPage, { frame, email, linkMinutes }))
  })

  const choose = async (request: FastifyRequest, reply: FastifyReply, token: string, email: string, problems: readonly FormProblem[]): Promise<FastifyReply> =>
    sendPage(reply, createElement(NewPasswordPage, { frame: await frameForAnyone(context, request, reply), token, email, problems }), problems.length === 0 ? 200 : 400)

  app.get<{ Querystring: Form }>('/new-password', async (request, reply) => {
    const { token } = request.query
    const link = await findPasswordLink(context.database.queries, token, context.now())
    if (link === null || typeof token !== 'string') throw gone()
    return choose(request, reply, token, link.contact.email, [])
  })

  app.post<{ Body: Form }>('/new-password', { config: { rateLimit: { max: 60, timeWindow: 60_000 } } }, async (request, reply) => {
    checkOrigin(context, request)
    const form = request.body ?? {}
    checkFormToken(context, readCookie(context, request, 'form'), form['formToken'])
    const { token } = form
    const link = await findPasswordLink(context.database.queries, token, context.now())
    if (link === null || typeof token !== 'string') throw gone()
    const { contact, customer } = link
    const right = customerMayDo({ contact, operation: 'signIn', about: null, now: context.now() })
    if (!right.allowed) throw new PortalProblem(403, 'No access to the portal', right.sentence, { href: '/sign-in', label: 'To the sign-in page' })
    const given = portalNewPasswordShape.safeParse({ password: form['password'] ?? '', again: form['again'] ?? '' })
    if (!given.success) return choose(request, reply, token, contact.email, formProblems(given.error))
    const tooEasy = await judgePassword(given.data.password, [contact.email, contact.name, customer.name])
    if (tooEasy !== null) return choose(request, reply, token, contact.email, [{ field: 'password', message: tooEasy }])
    if (!(await setNewPassword(context, contact, token, given.data.password))) throw gone()
    signIns.succeeded({ email: contact.email, address: request.ip, knownDevice: null })
    clearCookie(context, reply, 'session')
    return reply.redirect('/sign-in?reason=newPassword', 303)
  })
}
