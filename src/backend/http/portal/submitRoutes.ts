import { randomUUID } from 'node:crypto'
import { createElement } from 'react'
import { and, eq } from 'drizzle-orm'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { callbackExpectation } from '../../../domain/entitlement/callbackExpectation'
import { effectivePriority } from '../../../domain/triage/effectivePriority'
import { ConfirmationPage } from '../../../portal/confirmation/ConfirmationPage'
import type { FormProblem } from '../../../portal/form/formProblem'
import { SubmitPage } from '../../../portal/submit/SubmitPage'
import type { SubmitDraft } from '../../../portal/submit/SubmitPage'
import { portalRequestShape } from '../../../protocol/portal/request'
import type { PortalRequest } from '../../../protocol/portal/request'
import type { BackendContext, StagedFile } from '../../context'
import { attachment } from '../../db/schema'
import { openTicket } from '../../intake/openTicket'
import { readPolicy } from '../../intake/readPolicy'
import { readServiceTerms } from '../../intake/readServiceTerms'
import { queueConfirmation } from '../../mail/outgoing/queueConfirmation'
import { checkOrigin } from './checkForm'
import { draftOf } from './draftOf'
import { formProblems } from './formProblems'
import { frameOf } from './frameOf'
import type { PortalVisit } from './portalSession'
import { readRequest } from './readRequest'
import { discardAll, readSubmission } from './readSubmission'
import { visitOf } from './requireVisit'
import { sayWaking } from './sayWaking'
import { sendPage } from './sendPage'
import { submissionKey } from './submissionKey'
import { situationOf } from './situationOf'

/** The submit form and its confirmation (R9–R11, R30). */
export const submitRoutes = (app: FastifyInstance, context: BackendContext): void => {
  const { queries } = context.database

  const show = async (request: FastifyRequest, reply: FastifyReply, form: { draft: SubmitDraft; submissionId: string; problems: readonly FormProblem[] }, status = 200) => {
    const visit = visitOf(request)
    const policy = await readPolicy(queries)
    const situation = await situationOf(queries, visit, policy, context.now())
    return sendPage(reply, createElement(SubmitPage, { frame: frameOf(policy, visit, visit.formToken), ...form, ...situation }), status)
  }

  app.get('/requests/new', async (request, reply) => show(request, reply, { draft: draftOf({}), submissionId: randomUUID(), problems: [] }))

  const store = async (visit: PortalVisit, asked: PortalRequest, files: readonly StagedFile[], ticketId: string) => {
    const receivedAt = context.now()
    const { contact, customer } = visit
    const { value } = await context.database.write(async (tx, touched) => {
      const opened = await openTicket(context, tx, touched, {
        ...asked,
        ticketId,
        channel: 'portal',
        customerId: customer.id,
        siteId: contact.siteId,
        contactId: contact.id,
        requester: { name: contact.name, email: contact.email, phone: contact.phone },
        receivedAt,
        attachments: files,
        heldReason: null,
      })
      if (opened.decision) {
        await queueConfirmation(context, tx, { ticket: opened.ticket, paged: opened.decision.page, answers: null, readsUrgent: false })
      }
      return opened
    })
    return value
  }

  app.post('/requests', async (request, reply) => {
    const visit = visitOf(request)
    checkOrigin(context, request)
    const submission = await readSubmission(context, request, visit.formToken)
    const { fields, files } = submission
    const asked = portalRequestShape.safeParse({ ...fields, brief: fields['brief'] ?? '' })
    const problems = [...(asked.success ? [] : formProblems(asked.error)), ...submission.problems]
    if (!asked.success || problems.length > 0) {
      await discardAll(context, files)
      const form = { draft: draftOf(fields), submissionId: fields['submissionId'] ?? randomUUID(), problems }
      return show(request, reply, form, submission.status)
    }
    // A double click's second files go before the answer does: whoever has the answer finds nothing left behind.
    let kept = false
    let number: number
    try {
      const opened = await store(visit, asked.data, files, submissionKey(visit.contact.id, fields['submissionId']))
      kept = opened.decision !== null
      number = opened.ticket.number
    } finally {
      if (!kept) await discardAll(context, files)
    }
    context.mail.wake()
    return reply.redirect(`/requests/${number}/confirmation`, 303)
  })

  app.get<{ Params: { number: string } }>('/requests/:number/confirmation', async (request, reply) => {
    const visit = visitOf(request)
    const policy = await readPolicy(queries)
    const { ticket, events } = await readRequest(queries, visit, request.params.number)
    const received = events.find(({ body }) => body.kind === 'received')
    const { pagedAt, waking } = sayWaking(events, policy)
    const now = context.now()
    const terms = await readServiceTerms(queries, ticket.customerId, policy, now)
    const files = received ? await queries.select({ id: attachment.id }).from(attachment).where(and(eq(attachment.ticketId, ticket.id), eq(attachment.eventId, received.id))) : []
    const { receivedAt, zone, number, brief, productionDown } = ticket
    return sendPage(reply, createElement(ConfirmationPage, {
      frame: frameOf(policy, visit, visit.formToken),
      number,
      brief,
      priority: ticket.customerPriority,
      expectation: callbackExpectation({ priority: effectivePriority(ticket), productionDown, receivedAt, policy, zone, pagedAt, clocksAreGoals: terms?.clocksAreGoals ?? false, now }),
      waking,
      fileCount: files.length,
      email: ticket.requester.email ?? visit.contact.email,
    }))
  })
}
