import { eq } from 'drizzle-orm'
import type { AccessCommand } from '../../domain/access/accessCommand'
import type { AccessRequest } from '../../domain/access/accessRequest'
import { completeRequest } from '../../domain/access/completeRequest'
import { applyAccessCommand } from '../../domain/access/applyAccessCommand'
import type { AccessPeople } from '../../domain/access/applyAccessCommand'
import { permitOperation } from '../../domain/access/permitOperation'
import { clampTime } from '../commands/clampTime'
import type { CommandRefusal } from '../commands/commandHandler'
import type { CommandRequest } from '../commands/runCommand'
import type { BackendContext } from '../context'
import type { Queries, Touched } from '../db/database'
import { accessRequest, contact, customer } from '../db/schema'
import { lockOnce } from '../intake/lockOnce'
import { readPolicy } from '../intake/readPolicy'
import { readAccessZone } from './readAccessZone'
import { storeAccess } from './storeAccess'
import { tellOfDenial } from './tellOfDenial'
import { tellOfGrant } from './tellOfGrant'

/**
 * Carries out one decision on a request for access inside a transaction: may they, the domain's rule, store, and the
 * mails that tell it. Answers a refusal, having written nothing, or null when it was applied, now or earlier under
 * another number (P4).
 */
export const runAccessCommand = async (
  context: BackendContext,
  tx: Queries,
  touched: Touched,
  command: AccessCommand,
  { engineer, clientTime }: CommandRequest,
): Promise<CommandRefusal | null> => {
  const reason = command.name === 'denyAccess' ? command.args.reason : null
  const may = permitOperation({ role: engineer.role, operation: command.name, isOwn: false, reason })
  if (!may.allowed) return may
  const [request] = await tx.select().from(accessRequest).where(eq(accessRequest.id, command.args.requestId)).for('update')
  if (!request) return { code: 'notFound', sentence: 'This request for access is not here any more. Nothing was changed.' }
  if (decidedSo(request, command, engineer.id)) return null

  const customerId = command.name === 'grantAccess' ? command.args.customerId : request.customerId
  if (customerId !== null && !(await exists(tx, customerId))) return { code: 'notFound', sentence: 'This account is not here any more. Please choose another one.' }
  const policy = await readPolicy(tx)
  const zone = await readAccessZone(tx, customerId, policy)
  const at = clampTime(clientTime, { lastActivityAt: request.decision?.at ?? request.requestedAt }, context.now())
  const actor = { kind: 'engineer', id: engineer.id, name: engineer.name } as const
  const outcome = applyAccessCommand(request, command, await readPeople(tx, command.name === 'grantAccess' ? completeRequest(request, command.args.found) : request, customerId), { at, actor, zone, policy })
  if (!outcome.ok) return outcome.refusal
  await storeAccess(tx, touched, outcome, at)
  if (command.name === 'denyAccess') await tellOfDenial(context, tx, outcome.request, outcome.contact)
  else if (outcome.contact !== null) await tellOfGrant(context, tx, outcome.request, outcome.contact, zone)
  return null
}

/** Whether this engineer had decided just this before, when the answer was lost on the way. */
const decidedSo = ({ state, decision, customerId, kind }: AccessRequest, command: AccessCommand, engineerId: string): boolean => {
  if (decision?.by.kind !== 'engineer' || decision.by.id !== engineerId) return false
  return command.name === 'denyAccess'
    ? state === 'denied' && decision.reason === command.args.reason
    : state === 'granted' && customerId === command.args.customerId && kind === command.args.kind
}

const exists = async (tx: Queries, customerId: string): Promise<boolean> => {
  const [found] = await tx.select({ id: customer.id }).from(customer).where(eq(customer.id, customerId))
  return found !== undefined
}

const readPeople = async (tx: Queries, request: AccessRequest, customerId: string | null): Promise<AccessPeople> => {
  const email = (request.email ?? '').trim().toLowerCase()
  // Two grants for one address: the second one must see the contact that the first made.
  await lockOnce(tx, `contact ${email}`)
  const [sameEmail = null] = await tx.select().from(contact).where(eq(contact.email, email))
  const [granted = null] = request.contactId === null ? [] : await tx.select().from(contact).where(eq(contact.id, request.contactId)).for('update')
  const contacts = customerId === null ? [] : await tx.select().from(contact).where(eq(contact.customerId, customerId))
  return { contacts, sameEmail, granted }
}
