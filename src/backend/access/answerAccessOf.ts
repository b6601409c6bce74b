import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { AccessOutcome } from '../../domain/access/accessOutcome'
import { refuseAccess } from '../../domain/access/accessOutcome'
import type { AccessRequest } from '../../domain/access/accessRequest'
import { customerMayDo } from '../../domain/access/customerMayDo'
import type { Contact } from '../../domain/customer/customer'
import type { BackendContext } from '../context'
import type { Queries } from '../db/database'
import { accessRequest, contact as contactTable } from '../db/schema'
import { answerTemporaryAccess } from './answerTemporaryAccess'
import type { AccessAnswer } from './answerTemporaryAccess'
import { findWaitingAccess } from './findWaitingAccess'

const readContact = async (tx: Queries, id: string): Promise<Contact | null> => {
  const [found] = await tx.select().from(contactTable).where(eq(contactTable.id, id)).for('update')
  return found ?? null
}

/** What stands for the request of somebody whose temporary access was entered without one, so that the decision is kept. */
const openedForDecision = async (tx: Queries, { id, customerId, name, phone, email }: Contact, context: BackendContext): Promise<AccessRequest> => {
  const request: AccessRequest = {
    id: randomUUID(),
    rev: 0,
    customerId,
    kind: 'temporary',
    name,
    phone,
    email,
    requestedBy: { email, contactId: id },
    requestedAt: context.now(),
    text: '',
    state: 'granted',
    contactId: id,
    decision: null,
  }
  await tx.insert(accessRequest).values(request)
  return request
}

/**
 * The answer of somebody signed in on the temporary access of a person (R34, P44), as by a mailed link. Only the
 * primary contact of that person's account may; who is not there and who is of another account get the same refusal (P43).
 */
export const answerAccessOf = async (context: BackendContext, confirmerId: string, contactId: string, answer: AccessAnswer): Promise<AccessOutcome> => {
  const { value } = await context.database.write(async (tx, touched) => {
    const waiting = await findWaitingAccess(tx, contactId)
    const contact = waiting?.contact ?? (await readContact(tx, contactId))
    const confirmer = await readContact(tx, confirmerId)
    const about = contact === null ? null : { customerId: contact.customerId, contactId }
    const may = customerMayDo({ contact: confirmer, operation: 'confirmTemporaryAccess', about, now: context.now() })
    if (!may.allowed) return refuseAccess(may.code, may.sentence)
    if (contact === null || confirmer === null) throw new Error('the domain allowed a decision on nobody')
    if (contact.access !== 'temporary') return refuseAccess('nothingToDo', `No confirmation is waited for: the access of ${contact.name} has been decided already.`)
    const request = waiting?.request ?? (await openedForDecision(tx, contact, context))
    return answerTemporaryAccess(context, tx, touched, { request, contact, confirmer }, answer)
  })
  context.mail.wake()
  return value
}
