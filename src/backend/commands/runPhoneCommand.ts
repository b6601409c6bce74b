import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { mayDo } from '../../domain/access/mayDo'
import type { Engineer } from '../../domain/access/engineer'
import type { Instant } from '../../domain/calendar/time'
import { logPhoneTicket } from '../../domain/intake/logPhoneTicket'
import type { PhoneCommand } from '../../domain/intake/phoneCommand'
import type { PhoneContext } from '../../domain/intake/phoneContext'
import { phoneRequest } from '../../domain/intake/phoneRequest'
import { claim } from '../../domain/ticket/claim'
import type { BackendContext } from '../context'
import type { Queries, Touched } from '../db/database'
import { contact, customer, site } from '../db/schema'
import { openTicket } from '../intake/openTicket'
import { readPolicy } from '../intake/readPolicy'
import type { CommandRefusal } from './commandHandler'
import { findEvent } from './findEvent'
import type { CommandRequest } from './runCommand'
import { storeOutcome } from './storeOutcome'

const taken: CommandRefusal = { code: 'invalid', sentence: 'This call bears the number of another ticket. Please log it again.' }

/**
 * Opens the ticket of a call that an engineer logged (R18), inside a transaction, by the road of every channel, and gives it
 * to whoever logged it. Answers a refusal, having written nothing, or null when it is open, now or since an earlier
 * delivery (P4).
 */
export const runPhoneCommand = async (
  context: BackendContext,
  tx: Queries,
  touched: Touched,
  command: PhoneCommand,
  { engineer, clientTime }: CommandRequest,
): Promise<CommandRefusal | null> => {
  if (!mayDo(engineer.role, command.name)) {
    return { code: 'notAllowed', sentence: 'Your role does not log calls as tickets. Please ask a helpdesk engineer.' }
  }
  const { ticketId, eventId } = command.args
  const known = await findEvent(tx, eventId)
  if (known) return known.ticketId === ticketId && known.actorId === engineer.id ? null : taken

  // A wrong clock can neither date a call after its arrival here nor lose it.
  const now = context.now()
  const at = Math.min(clientTime, now) as Instant
  const args = { ...command.args, startedAt: Math.min(command.args.startedAt, at) as Instant }
  const facts = await gather(tx, args, engineer, at)
  const outcome = logPhoneTicket(args, facts)
  if (!outcome.ok) return outcome.refusal

  const { id, held: _held, zone: _zone, customerPriority, review, ...request } = phoneRequest(args, facts)
  const { ticket, decision } = await openTicket(context, tx, touched, {
    ...request,
    ticketId: id,
    detail: args.text,
    priority: customerPriority,
    attachments: [],
    logged: { eventId, by: facts.actor, review },
  })
  // Somebody else's ticket has this id.
  if (decision === null) return taken
  if (!args.take) return null
  const given = claim(ticket, { ticketId, eventId: randomUUID() }, facts)
  if (!given.ok) return given.refusal
  await storeOutcome(tx, touched, given.ticket, given.event && { ...given.event, rev: 0, ticketId, actor: facts.actor })
  return null
}

const gather = async (tx: Queries, { siteId, contactId }: PhoneCommand['args'], engineer: Engineer, at: Instant): Promise<PhoneContext> => {
  const sites =
    siteId === null
      ? []
      : await tx
          .select({ id: site.id, customerId: site.customerId, customerName: customer.name, zone: site.zone })
          .from(site)
          .innerJoin(customer, eq(customer.id, site.customerId))
          .where(eq(site.id, siteId))
  const contacts = contactId === null ? [] : await tx.select().from(contact).where(eq(contact.id, contactId))
  const { values } = await readPolicy(tx)
  return {
    at,
    actor: { kind: 'engineer', id: engineer.id, name: engineer.name },
    engineerName: (id) => (id === engineer.id ? engineer.name : null),
    site: (id) => sites.find((known) => known.id === id) ?? null,
    contact: (id) => contacts.find((known) => known.id === id) ?? null,
    officeZone: values.officeZone,
  }
}
