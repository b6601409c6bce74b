import { and, eq } from 'drizzle-orm'
import { customerMayDo } from '../../../domain/access/customerMayDo'
import { abilityNames } from '../../../domain/customer/abilityNames'
import type { FormProblem } from '../../../portal/form/formProblem'
import type { PortalColleague } from '../../../protocol/portal/request'
import { openAccessRequest } from '../../access/openAccessRequest'
import type { BackendContext } from '../../context'
import type { Queries } from '../../db/database'
import { accessRequest, contact as contactTable } from '../../db/schema'
import { lockOnce } from '../../intake/lockOnce'
import type { PortalVisit } from './portalSession'

/** Most requests of one account that may wait at a time, so that one angry session does not bury the list. */
const mostWaiting = 50

const textOf = ({ contact }: PortalVisit, { name, abilities, remark }: PortalColleague): string =>
  [
    `Asked for in the portal by ${contact.name}${contact.access === 'primary' ? ', the primary contact' : ''}.`,
    ...abilities.map((key) => `${name} ${abilityNames[key].can}.`),
    ...(abilities.length === 0 ? ['Nothing was said about what the person can do.'] : []),
    ...(remark === '' ? [] : ['', remark]),
  ].join('\n')

/** Why nothing new is asked for; null when it can be. Whoever is of another account is not told apart from a stranger (P43). */
const problemOf = async (tx: Queries, { contact, customer }: PortalVisit, email: string, context: BackendContext): Promise<FormProblem | null> => {
  const [known] = await tx.select().from(contactTable).where(and(eq(contactTable.email, email), eq(contactTable.customerId, customer.id)))
  if (known && customerMayDo({ contact: known, operation: 'signIn', about: null, now: context.now() }).allowed) {
    const temporary = known.access === 'temporary' && contact.access === 'primary'
    return { field: 'email', message: `${known.name} has access already.${temporary ? ' You can confirm it on the list of people.' : ' A new password can be asked for at the sign-in page.'}` }
  }
  const waiting = await tx.select().from(accessRequest).where(and(eq(accessRequest.customerId, customer.id), eq(accessRequest.state, 'open')))
  if (waiting.some((request) => request.email === email)) return { field: 'email', message: 'Access was asked for already for this address, and an engineer looks at it.' }
  if (waiting.length >= mostWaiting) return { field: null, message: `${waiting.length} requests for access of your company wait already. Please let us work on them first, or call us.` }
  return null
}

/**
 * Asks for access for a colleague in the name of the visitor: an addition when it is the primary contact (R32), else a
 * request for temporary access, which an engineer judges (R33). Answers what is in the way, or null. The same `id`
 * again is the same request.
 */
export const openColleagueRequest = async (context: BackendContext, visit: PortalVisit, asked: PortalColleague, id: string): Promise<FormProblem | null> => {
  const email = asked.email.toLowerCase()
  const { contact, customer } = visit
  const { value } = await context.database.write(async (tx, touched) => {
    await lockOnce(tx, `access of ${customer.id}`)
    const [again] = await tx.select({ id: accessRequest.id }).from(accessRequest).where(eq(accessRequest.id, id))
    if (again) return null
    const problem = await problemOf(tx, visit, email, context)
    if (problem !== null) return problem
    await openAccessRequest(context, tx, touched, {
      customerId: customer.id,
      kind: contact.access === 'primary' ? 'addition' : 'temporary',
      name: asked.name,
      phone: asked.phone,
      email,
      requestedBy: { email: contact.email, contactId: contact.id },
      requestedAt: context.now(),
      text: textOf(visit, asked),
      answers: null,
      confirm: true,
      id,
    })
    return null
  })
  if (value === null) context.mail.wake()
  return value
}
