import { createElement } from 'react'
import { and, eq } from 'drizzle-orm'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { customerMayDo } from '../../../domain/access/customerMayDo'
import { notPagedWords } from '../../../domain/entitlement/notPagedWords'
import { pagedWords } from '../../../domain/entitlement/pagedWords'
import { mergedInto } from '../../../domain/ticket/mergedInto'
import { refuseRaise } from '../../../domain/ticket/refuseRaise'
import type { RaiseRefusal } from '../../../domain/ticket/refuseRaise'
import type { Ticket } from '../../../domain/ticket/ticket'
import { effectivePriority } from '../../../domain/triage/effectivePriority'
import type { FormProblem } from '../../../portal/form/formProblem'
import { RaisedPage } from '../../../portal/raise/RaisedPage'
import { RaisePage } from '../../../portal/raise/RaisePage'
import { portalRaiseShape } from '../../../protocol/portal/request'
import type { BackendContext } from '../../context'
import { ticket as ticketTable } from '../../db/schema'
import { decideRaise } from '../../intake/decideRaise'
import { raiseToUrgent } from '../../intake/raiseToUrgent'
import { readPolicy } from '../../intake/readPolicy'
import { readServiceTerms } from '../../intake/readServiceTerms'
import { checkFormToken, checkOrigin } from './checkForm'
import { formProblems } from './formProblems'
import { frameOf } from './frameOf'
import { PortalProblem } from './PortalProblem'
import type { PortalVisit } from './portalSession'
import { queueRaiseMail } from './queueRaiseMail'
import { readRequest } from './readRequest'
import { visitOf } from './requireVisit'
import { sayPromise } from './sayPromise'
import { sayWaking } from './sayWaking'
import { sendPage } from './sendPage'
import { findVisibleTicket, visibleTo } from './visibleTickets'

type OneRequest = { Params: { number: string } }

/** Raising a request to Urgent: what it means, the raise, and whom it woke (R70). */
export const raiseRoutes = (app: FastifyInstance, context: BackendContext): void => {
  const { queries } = context.database

  const findRaisable = async (visit: PortalVisit, number: string): Promise<Ticket> => {
    const found = await findVisibleTicket(queries, visit, number)
    const right = customerMayDo({ contact: visit.contact, operation: 'raiseToUrgent', about: found, now: context.now() })
    if (!right.allowed) throw new PortalProblem(right.code === 'notFound' ? 404 : 403, 'This request cannot be raised', right.sentence)
    return found
  }

  const refused = async (visit: PortalVisit, { id, number }: Ticket, refusal: Exclude<RaiseRefusal, 'urgentAlready'>): Promise<PortalProblem> => {
    const [now] = await queries.select().from(ticketTable).where(eq(ticketTable.id, id))
    const other = refusal === 'merged' && now ? mergedInto(now) : null
    if (other === null) {
      const way = { href: `/requests/${number}#reply`, label: `To request #${number}` }
      return new PortalProblem(409, 'This request is closed', `Request #${number} is no longer open, so it was not raised. A message opens it again; then you can raise it.`, way)
    }
    const [survivor] = await queries.select().from(ticketTable).where(and(eq(ticketTable.id, other), visibleTo(visit)))
    const sentence = `Request #${number} was joined with another one about the same issue, so it was not raised.`
    return survivor
      ? new PortalProblem(409, 'This request goes on in another one', `${sentence} Please raise #${survivor.number} instead.`, { href: `/requests/${survivor.number}`, label: `To request #${survivor.number}` })
      : new PortalProblem(409, 'This request goes on in another one', `${sentence} If faxing has stopped, please submit a new request.`, { href: '/requests/new', label: 'Submit a request' })
  }

  const show = async (visit: PortalVisit, reply: FastifyReply, found: Ticket, form: { readonly text: string; readonly problems: readonly FormProblem[] }): Promise<FastifyReply> => {
    const policy = await readPolicy(queries)
    const now = context.now()
    const decision = await decideRaise(queries, found, now)
    const { ahead: heading, explanation: sentence } = pagedWords(now, policy)
    const notPaged = notPagedWords(decision)
    const ahead = notPaged === null ? { woken: true, heading, sentence } : { woken: false, ...notPaged }
    const { number, brief } = found
    return sendPage(reply, createElement(RaisePage, { frame: frameOf(policy, visit, visit.formToken), number, brief, ahead, ...form }), form.problems.length === 0 ? 200 : 400)
  }

  const toAnswer = (reply: FastifyReply, number: number): FastifyReply => reply.redirect(`/requests/${number}/raised`, 303)

  app.get<OneRequest>('/requests/:number/raise', async (request, reply) => {
    const visit = visitOf(request)
    const found = await findRaisable(visit, request.params.number)
    const refusal = refuseRaise(found)
    if (refusal === 'urgentAlready') return toAnswer(reply, found.number)
    if (refusal !== null) throw await refused(visit, found, refusal)
    return show(visit, reply, found, { text: '', problems: [] })
  })

  app.post<OneRequest & { Body: Readonly<Record<string, unknown>> }>('/requests/:number/raise', async (request, reply) => {
    const visit = visitOf(request)
    checkOrigin(context, request)
    const form = request.body ?? {}
    checkFormToken(context, visit.formToken, form['formToken'])
    const found = await findRaisable(visit, request.params.number)
    const given = portalRaiseShape.safeParse({ text: form['text'] })
    if (!given.success) return show(visit, reply, found, { text: typeof form['text'] === 'string' ? form['text'] : '', problems: formProblems(given.error) })
    const { value: refusal } = await context.database.write(async (tx, touched) => {
      const inTheWay = await raiseToUrgent(context, tx, touched, { ticketId: found.id, contact: visit.contact, text: given.data.text })
      if (inTheWay === null) await queueRaiseMail(context, tx, found.id, visit.contact)
      return inTheWay
    })
    if (refusal === null) context.mail.wake()
    if (refusal !== null && refusal !== 'urgentAlready') throw await refused(visit, found, refusal)
    return toAnswer(reply, found.number)
  })

  app.get<OneRequest>('/requests/:number/raised', async (request: FastifyRequest<OneRequest>, reply) => {
    const visit = visitOf(request)
    const { ticket, events } = await readRequest(queries, visit, request.params.number)
    if (ticket.customerPriority !== 'urgent') return reply.redirect(`/requests/${ticket.number}`, 303)
    const policy = await readPolicy(queries)
    const now = context.now()
    const terms = await readServiceTerms(queries, ticket.customerId, policy, now)
    const { number, brief } = ticket
    return sendPage(reply, createElement(RaisedPage, {
      frame: frameOf(policy, visit, visit.formToken),
      number,
      brief,
      priority: effectivePriority(ticket),
      expectation: sayPromise(ticket, policy, now, terms?.clocksAreGoals ?? false),
      waking: sayWaking(events, policy).waking,
      email: events.some(({ actor, body }) => body.kind === 'priority' && body.by === 'customer' && actor.id === visit.contact.id) ? visit.contact.email : null,
    }))
  })
}
