import { randomUUID } from 'node:crypto'
import { createElement } from 'react'
import { desc } from 'drizzle-orm'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { customerMayDo } from '../../../domain/access/customerMayDo'
import { temporaryAccessState } from '../../../domain/access/temporaryAccessState'
import { isInQueue } from '../../../domain/queue/isInQueue'
import { refuseRaise } from '../../../domain/ticket/refuseRaise'
import type { FormProblem } from '../../../portal/form/formProblem'
import { RequestListPage } from '../../../portal/requests/RequestListPage'
import { RequestPage } from '../../../portal/requests/RequestPage'
import { portalReplyShape } from '../../../protocol/portal/request'
import { readAccessZone } from '../../access/readAccessZone'
import type { BackendContext } from '../../context'
import { ticket } from '../../db/schema'
import { addCustomerMessage } from '../../intake/addCustomerMessage'
import { readPolicy } from '../../intake/readPolicy'
import { readServiceTerms } from '../../intake/readServiceTerms'
import { checkOrigin } from './checkForm'
import { formProblems } from './formProblems'
import { frameOf } from './frameOf'
import { presentLine, presentRequest } from './presentRequest'
import { readRequest } from './readRequest'
import { discardAll, readSubmission } from './readSubmission'
import { visitOf } from './requireVisit'
import { sendPage } from './sendPage'
import { submissionKey } from './submissionKey'
import { findVisibleTicket, visibleTo } from './visibleTickets'

type OneRequest = { Params: { number: string }; Querystring: { added?: string } }

interface ReplyDraft {
  readonly text: string
  readonly submissionId: string
  readonly problems: readonly FormProblem[]
}

/** The list of requests, one request, and messages on it. */
export const requestRoutes = (app: FastifyInstance, context: BackendContext): void => {
  const { queries } = context.database

  app.get('/requests', async (request, reply) => {
    const visit = visitOf(request)
    const tickets = await queries.select().from(ticket).where(visibleTo(visit)).orderBy(desc(ticket.lastActivityAt)).limit(500)
    const reading = { now: context.now(), readerId: visit.contact.id }
    const policy = await readPolicy(queries)
    const frame = frameOf(policy, visit, visit.formToken)
    const standing = temporaryAccessState(visit.contact, reading.now, await readAccessZone(queries, visit.customer.id, policy))?.sentence ?? null
    const open = tickets.filter(isInQueue).map((row) => presentLine(row, reading))
    const done = tickets.filter((row) => !isInQueue(row)).map((row) => presentLine(row, reading))
    return sendPage(reply, createElement(RequestListPage, { frame, open, done, standing }))
  })

  const show = async (request: FastifyRequest<OneRequest>, reply: FastifyReply, draft: ReplyDraft, status = 200): Promise<FastifyReply> => {
    const visit = visitOf(request)
    const policy = await readPolicy(queries)
    const rows = await readRequest(queries, visit, request.params.number)
    const now = context.now()
    const terms = await readServiceTerms(queries, rows.ticket.customerId, policy, now)
    const reading = { policy, firmName: policy.values.firmName, now, readerId: visit.contact.id, clocksAreGoals: terms?.clocksAreGoals ?? false }
    const page = createElement(RequestPage, {
      frame: frameOf(policy, visit, visit.formToken),
      request: presentRequest(rows, reading),
      reply: { ...draft, reopens: !isInQueue(rows.ticket) },
      notice: request.query.added === undefined ? null : 'Your message was added. An engineer sees it now.',
      mayRaise: refuseRaise(rows.ticket) === null && customerMayDo({ contact: visit.contact, operation: 'raiseToUrgent', about: rows.ticket, now }).allowed,
    })
    return sendPage(reply, page, status)
  }

  app.get<OneRequest>('/requests/:number', async (request, reply) => show(request, reply, { text: '', submissionId: randomUUID(), problems: [] }))

  app.post<OneRequest>('/requests/:number/replies', async (request, reply) => {
    const visit = visitOf(request)
    checkOrigin(context, request)
    const submission = await readSubmission(context, request, visit.formToken)
    const { fields, files } = submission
    let kept = false
    let number: number
    try {
      const found = await findVisibleTicket(queries, visit, request.params.number)
      const message = portalReplyShape.safeParse({ text: fields['text'] ?? '' })
      const problems = [...(message.success ? [] : formProblems(message.error)), ...submission.problems]
      if (!message.success || problems.length > 0) {
        const draft = { text: fields['text'] ?? '', submissionId: fields['submissionId'] ?? randomUUID(), problems }
        return await show(request, reply, draft, submission.status)
      }
      const eventId = submissionKey(visit.contact.id, fields['submissionId'])
      const { value } = await context.database.write(async (tx, touched) =>
        addCustomerMessage(context, tx, touched, { ticketId: found.id, contactId: visit.contact.id, text: message.data.text, via: 'portal', attachments: files, eventId }),
      )
      kept = value.added
      number = found.number
    } finally {
      if (!kept) await discardAll(context, files)
    }
    return reply.redirect(`/requests/${number}?added`, 303)
  })
}
