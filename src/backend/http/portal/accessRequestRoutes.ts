import { randomUUID } from 'node:crypto'
import { createElement } from 'react'
import { and, count, gt, isNull } from 'drizzle-orm'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { accessExpectation } from '../../../domain/access/accessExpectation'
import { customerMayDo } from '../../../domain/access/customerMayDo'
import { addRealMinutes } from '../../../domain/calendar/time'
import type { Instant } from '../../../domain/calendar/time'
import { AccessAskedPage } from '../../../portal/access/AccessAskedPage'
import { AskAccessPage } from '../../../portal/access/AskAccessPage'
import type { FormProblem } from '../../../portal/form/formProblem'
import { portalAccessShape } from '../../../protocol/portal/request'
import type { PortalAccess } from '../../../protocol/portal/request'
import { openAccessRequest } from '../../access/openAccessRequest'
import type { BackendContext } from '../../context'
import type { Queries } from '../../db/database'
import { accessRequest } from '../../db/schema'
import { readPolicy } from '../../intake/readPolicy'
import { findSender } from '../../mail/incoming/findSender'
import { createSignInLimiter } from '../../sessions/signInLimiter'
import { checkFormToken, checkOrigin } from './checkForm'
import { formProblems } from './formProblems'
import { frameForAnyone } from './frameForAnyone'
import { readCookie } from './portalCookies'
import { sendPage } from './sendPage'
import { submissionKey } from './submissionKey'

type Form = Readonly<Record<string, unknown>>

/** Most requests without an account within an hour, over everybody; beyond it the list would be of no use to engineers (P45). */
const mostAnHour = 200

const isCrowded = async (tx: Queries, now: Instant): Promise<boolean> => {
  const [lately] = await tx
    .select({ number: count() })
    .from(accessRequest)
    .where(and(isNull(accessRequest.customerId), gt(accessRequest.requestedAt, addRealMinutes(now, -60))))
  return (lately?.number ?? 0) >= mostAnHour
}

const typed = (form: Form, field: string, most: number): string => (typeof form[field] === 'string' ? form[field] : '').slice(0, most)

const textOf = ({ company, primaryContact }: PortalAccess): string =>
  ['Asked for in the portal, without signing in.', `Company: ${company}`, `Primary RightFax contact: ${primaryContact === '' ? 'not given' : primaryContact}`].join('\n')

/** Asking for access without having any (R33). Whoever is asked for, the answer and the work for it are the same (P43). */
export const accessRequestRoutes = (app: FastifyInstance, context: BackendContext): void => {
  const asks = createSignInLimiter()

  const show = async (request: FastifyRequest, reply: FastifyReply, form: Form, problems: readonly FormProblem[], status: number): Promise<FastifyReply> => {
    const draft = {
      name: typed(form, 'name', 120),
      phone: typed(form, 'phone', 60),
      email: typed(form, 'email', 254),
      company: typed(form, 'company', 200),
      primaryContact: typed(form, 'primaryContact', 1_000),
    }
    const submissionId = typed(form, 'submissionId', 36) || randomUUID()
    return sendPage(reply, createElement(AskAccessPage, { frame: await frameForAnyone(context, request, reply), draft, submissionId, problems }), status)
  }

  /** Answers false when too many arrive, and nothing was kept. */
  const open = async (asked: PortalAccess, id: string): Promise<boolean> => {
    const now = context.now()
    const email = asked.email.toLowerCase()
    const { value } = await context.database.write(async (tx, touched) => {
      if (await isCrowded(tx, now)) return false
      const known = await findSender(tx, email)
      const { name, phone } = asked
      await openAccessRequest(context, tx, touched, {
        // An address that anybody can type places nothing on an account: an engineer finds the company.
        customerId: null,
        kind: 'temporary',
        name,
        phone,
        email,
        requestedBy: { email, contactId: null },
        requestedAt: now,
        text: textOf(asked),
        answers: null,
        confirm: true,
        id,
        hasAccess: customerMayDo({ contact: known, operation: 'signIn', about: null, now }).allowed,
      })
      return true
    })
    if (value) context.mail.wake()
    return value
  }

  app.get('/ask-for-access', async (request, reply) => show(request, reply, {}, [], 200))

  app.post<{ Body: Form }>('/ask-for-access', { config: { rateLimit: { max: 40, timeWindow: 10 * 60_000 } } }, async (request, reply) => {
    checkOrigin(context, request)
    const form = request.body ?? {}
    const formToken = readCookie(context, request, 'form')
    checkFormToken(context, formToken, form['formToken'])
    const given = portalAccessShape.safeParse({ name: '', phone: '', email: '', company: '', ...form })
    if (!given.success) return show(request, reply, form, formProblems(given.error), 400)
    if (typed(form, 'topic', 1) !== '') {
      const message = 'A field that nobody sees was filled in, as machines do. It is empty again: please send the form once more.'
      return show(request, reply, form, [{ field: null, message }], 400)
    }
    const policy = await readPolicy(context.database.queries)
    const { officeZone, accessAddress } = policy.values
    const attempt = { email: given.data.email, address: request.ip, knownDevice: null }
    const wait = asks.wait(attempt, context.now())
    if (wait > 0) {
      const message = `Access was asked for too often for this address. Please wait ${Math.ceil(wait / 60)} min; what you asked before is with us.`
      return show(request, reply, form, [{ field: null, message }], 429)
    }
    asks.failed(attempt, context.now())
    if (!(await open(given.data, submissionKey(formToken ?? '', form['submissionId'])))) {
      const message = `Too many requests for access arrive at the moment, and yours was not kept. Please write to ${accessAddress}, or call the tech line below.`
      return show(request, reply, form, [{ field: null, message }], 503)
    }
    const now = context.now()
    const expectation = accessExpectation({ requestedAt: now }, officeZone, policy, now)
    const frame = await frameForAnyone(context, request, reply)
    return sendPage(reply, createElement(AccessAskedPage, { frame, email: given.data.email, expectation }))
  })
}
