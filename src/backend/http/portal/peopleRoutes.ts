import { randomUUID } from 'node:crypto'
import { createElement } from 'react'
import { and, desc, eq, inArray } from 'drizzle-orm'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { customerMayDo } from '../../../domain/access/customerMayDo'
import { temporaryAccessState } from '../../../domain/access/temporaryAccessState'
import { addRealMinutes } from '../../../domain/calendar/time'
import { AccessLinkPage } from '../../../portal/access/AccessLinkPage'
import type { FormProblem } from '../../../portal/form/formProblem'
import { ColleaguePage } from '../../../portal/people/ColleaguePage'
import { PeoplePage } from '../../../portal/people/PeoplePage'
import { portalColleagueShape } from '../../../protocol/portal/request'
import { answerAccessOf } from '../../access/answerAccessOf'
import { readAccessZone } from '../../access/readAccessZone'
import type { BackendContext } from '../../context'
import { accessRequest, contact as contactTable } from '../../db/schema'
import { readPolicy } from '../../intake/readPolicy'
import { checkFormToken, checkOrigin } from './checkForm'
import { colleagueDraftOf } from './colleagueDraftOf'
import { formProblems } from './formProblems'
import { frameOf } from './frameOf'
import { openColleagueRequest } from './openColleagueRequest'
import { PortalProblem } from './PortalProblem'
import type { PortalVisit } from './portalSession'
import { presentAsked, presentPeople } from './presentPeople'
import { visitOf } from './requireVisit'
import { sayColleagueOutlook } from './sayColleagueOutlook'
import { sendPage } from './sendPage'
import { submissionKey } from './submissionKey'

type Form = Readonly<Record<string, unknown>>
type OnePerson = { Params: { id: string }; Body: Form }

const toPeople = { href: '/people', label: 'To the people on your account' } as const

const notices: ReadonlyMap<unknown, string> = new Map([
  ['asked', 'We have your request for access. It stands below, with when to expect it.'],
  ['confirm', 'The access is confirmed: it lasts from now on.'],
  ['deny', 'The access has ended, with every session of that person.'],
])

/** A denied request is shown for 30 days, in real minutes. */
const deniedMinutes = 30 * 24 * 60

/** The people of an account, asking for a colleague, and the primary contact's word on temporary access (R31–R34). */
export const peopleRoutes = (app: FastifyInstance, context: BackendContext): void => {
  const { queries } = context.database

  /** Who may not see the list learns nothing of it, and cannot ask in the account's name either (R34). */
  const checkMaySee = ({ contact }: PortalVisit): void => {
    const right = customerMayDo({ contact, operation: 'readPeople', about: null, now: context.now() })
    if (!right.allowed) throw new PortalProblem(403, 'These people are not yours to see', right.sentence)
  }

  const readReading = async ({ contact, customer }: PortalVisit) => {
    const policy = await readPolicy(queries)
    return { reader: contact, policy, zone: await readAccessZone(queries, customer.id, policy), now: context.now() }
  }

  const readContacts = async ({ customer }: PortalVisit) => queries.select().from(contactTable).where(eq(contactTable.customerId, customer.id))

  app.get<{ Querystring: { done?: unknown } }>('/people', async (request, reply) => {
    const visit = visitOf(request)
    checkMaySee(visit)
    const reading = await readReading(visit)
    const contacts = await readContacts(visit)
    const requests = await queries
      .select()
      .from(accessRequest)
      .where(and(eq(accessRequest.customerId, visit.customer.id), inArray(accessRequest.state, ['open', 'denied'])))
      .orderBy(desc(accessRequest.requestedAt))
      .limit(200)
    const since = addRealMinutes(reading.now, -deniedMinutes)
    const asked = requests
      .filter(({ decision }) => decision === null || decision.at > since)
      .map((row) => presentAsked(row, contacts.find(({ id }) => id === row.requestedBy.contactId) ?? null, reading))
    const people = presentPeople(contacts, reading)
    return sendPage(reply, createElement(PeoplePage, { frame: frameOf(reading.policy, visit, visit.formToken), people, asked, notice: notices.get(request.query.done) ?? null }))
  })

  const showForm = async (visit: PortalVisit, reply: FastifyReply, form: Form, problems: readonly FormProblem[], status: number): Promise<FastifyReply> => {
    const reading = await readReading(visit)
    const primaries = (await readContacts(visit)).filter(({ access }) => access === 'primary').map(({ name }) => name)
    return sendPage(reply, createElement(ColleaguePage, {
      frame: frameOf(reading.policy, visit, visit.formToken),
      draft: colleagueDraftOf(form),
      submissionId: typeof form['submissionId'] === 'string' ? form['submissionId'].slice(0, 36) : randomUUID(),
      problems,
      outlook: sayColleagueOutlook(reading, primaries),
      primaries,
    }), status)
  }

  app.get('/people/new', async (request, reply) => {
    const visit = visitOf(request)
    checkMaySee(visit)
    return showForm(visit, reply, {}, [], 200)
  })

  app.post<{ Body: Form }>('/people', async (request, reply) => {
    const visit = visitOf(request)
    checkOrigin(context, request)
    const form = request.body ?? {}
    checkFormToken(context, visit.formToken, form['formToken'])
    checkMaySee(visit)
    // A browser sends one chosen box as a text, several as a list.
    const abilities = form['abilities'] === undefined ? [] : [form['abilities']].flat()
    const given = portalColleagueShape.safeParse({ name: '', phone: '', email: '', ...form, abilities })
    if (!given.success) return showForm(visit, reply, form, formProblems(given.error), 400)
    const problem = await openColleagueRequest(context, visit, given.data, submissionKey(visit.contact.id, form['submissionId']))
    if (problem !== null) return showForm(visit, reply, form, [problem], 409)
    return reply.redirect('/people?done=asked', 303)
  })

  const findPerson = async (visit: PortalVisit, id: string) => {
    const found = (await readContacts(visit)).find((person) => person.id === id)
    const right = customerMayDo({
      contact: visit.contact,
      operation: 'confirmTemporaryAccess',
      about: found === undefined ? null : { customerId: found.customerId, contactId: found.id },
      now: context.now(),
    })
    if (!right.allowed) throw new PortalProblem(right.code === 'notFound' ? 404 : 403, 'This access is not yours to decide', right.sentence)
    if (found === undefined) throw new Error('the domain allowed a decision on nobody')
    return found
  }

  app.get<OnePerson>('/people/:id/access', async (request, reply) => {
    const visit = visitOf(request)
    const { id, name, email, phone, access, accessUntil } = await findPerson(visit, request.params.id)
    const { policy, zone, now } = await readReading(visit)
    const standing = temporaryAccessState({ access, accessUntil }, now, zone)
    return sendPage(reply, createElement(AccessLinkPage, {
      frame: frameOf(policy, visit, visit.formToken),
      action: `/people/${id}/access`,
      person: { name, email, phone },
      standing: standing?.sentence ?? null,
      decided: access === 'none' ? `${name} has no access.` : `The access of ${name} lasts; there is nothing to confirm.`,
      fromList: true,
    }))
  })

  app.post<OnePerson>('/people/:id/access', async (request, reply) => {
    const visit = visitOf(request)
    checkOrigin(context, request)
    const form = request.body ?? {}
    checkFormToken(context, visit.formToken, form['formToken'])
    const { id } = await findPerson(visit, request.params.id)
    const { answer } = form
    if (answer !== 'confirm' && answer !== 'deny') throw new PortalProblem(400, 'Nothing was chosen', 'Please choose “Confirm” or “Deny”. Nothing was changed.', { href: request.url, label: 'Back' })
    const outcome = await answerAccessOf(context, visit.contact.id, id, answer)
    if (!outcome.ok) throw new PortalProblem(409, 'Nothing was changed', outcome.refusal.sentence, toPeople)
    return reply.redirect(`/people?done=${answer}`, 303)
  })
}
