import { createElement } from 'react'
import type { FastifyInstance } from 'fastify'
import { temporaryAccessState } from '../../../domain/access/temporaryAccessState'
import { AccessLinkPage } from '../../../portal/access/AccessLinkPage'
import { answerAccessLink } from '../../access/answerAccessLink'
import { findAccessLink } from '../../access/findAccessLink'
import { readAccessZone } from '../../access/readAccessZone'
import type { BackendContext } from '../../context'
import { readPolicy } from '../../intake/readPolicy'
import { checkFormToken, checkOrigin } from './checkForm'
import { frameForAnyone } from './frameForAnyone'
import { PortalProblem } from './PortalProblem'
import { readCookie } from './portalCookies'
import { sendPage } from './sendPage'

const unknownLink = (): PortalProblem =>
  new PortalProblem(404, 'This link is not known', 'Please open it exactly as it stands in the mail. Nothing was changed.', { href: '/', label: 'To the portal' })

const limit = { config: { rateLimit: { max: 60, timeWindow: 60_000 } } } as const

type Link = { readonly Params: { readonly token: string }; readonly Body: Readonly<Record<string, unknown>> | null }

/** The primary contact's link: opening it shows, and only its buttons act, so a mail scanner that opens it changes nothing (R34, P44). */
export const accessLinkRoutes = (app: FastifyInstance, context: BackendContext): void => {
  app.get<Link>('/access/:token', limit, async (request, reply) => {
    const { queries } = context.database
    const link = await findAccessLink(queries, request.params.token, { lock: false })
    if (link === null) throw unknownLink()
    const { contact, request: asked } = link
    const policy = await readPolicy(queries)
    const zone = await readAccessZone(queries, contact.customerId, policy)
    const waiting = asked.state === 'granted' || asked.state === 'expired'
    const standing = waiting ? temporaryAccessState(contact, context.now(), zone) : null
    return sendPage(
      reply,
      createElement(AccessLinkPage, {
        frame: await frameForAnyone(context, request, reply),
        action: `/access/${request.params.token}`,
        person: { name: contact.name, email: contact.email, phone: contact.phone },
        standing: standing?.sentence ?? null,
        decided: asked.decision?.reason ?? '',
        fromList: false,
      }),
    )
  })

  app.post<Link>('/access/:token', limit, async (request, reply) => {
    checkOrigin(context, request)
    const form = request.body ?? {}
    checkFormToken(context, readCookie(context, request, 'form'), form['formToken'])
    const { answer } = form
    if (answer !== 'confirm' && answer !== 'deny') throw new PortalProblem(400, 'Nothing was chosen', 'Please open the link again and choose “Confirm” or “Deny”. Nothing was changed.', { href: request.url, label: 'Back' })
    const outcome = await answerAccessLink(context, request.params.token, answer)
    if (outcome === null) throw unknownLink()
    if (!outcome.ok) throw new PortalProblem(409, 'Nothing was changed', outcome.refusal.sentence, { href: '/', label: 'To the portal' })
    return reply.redirect(request.url, 303)
  })
}
