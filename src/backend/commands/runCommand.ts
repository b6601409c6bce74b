import { eq, inArray } from 'drizzle-orm'
import { mayDo } from '../../domain/access/mayDo'
import type { Engineer } from '../../domain/access/engineer'
import type { Instant } from '../../domain/calendar/time'
import { fieldRules } from '../../domain/conflict/fieldRules'
import { applyCommand } from '../../domain/ticket/applyCommand'
import type { Ticket } from '../../domain/ticket/ticket'
import type { CommandContext, TicketCommand } from '../../domain/ticket/ticketCommand'
import type { BackendContext } from '../context'
import type { Queries, Touched } from '../db/database'
import { customer, engineer as engineerTable, site, ticket as ticketTable } from '../db/schema'
import { clampTime } from './clampTime'
import type { CommandRefusal, FoundHandler } from './commandHandler'
import { commandHandlers } from './commandHandlers'
import { findEvent } from './findEvent'
import { findTheirs } from './findTheirs'
import { storeOutcome } from './storeOutcome'

export interface CommandRequest {
  readonly engineer: Engineer
  readonly clientTime: Instant
  readonly base: Readonly<Record<string, number>>
}

/**
 * Carries out one command inside a transaction: may they, gather, the domain's rule, store, what follows. Answers a
 * refusal, having written nothing, or null when it was applied, now or earlier under another number (P4).
 */
export const runCommand = async (
  context: BackendContext,
  tx: Queries,
  touched: Touched,
  command: TicketCommand,
  { engineer, clientTime, base }: CommandRequest,
): Promise<CommandRefusal | null> => {
  if (!mayDo(engineer.role, command.name)) {
    return { code: 'notAllowed', sentence: 'Your role does not allow this. Please ask a helpdesk engineer or an administrator.' }
  }
  const [ticket] = await tx.select().from(ticketTable).where(eq(ticketTable.id, command.args.ticketId)).for('update')
  if (!ticket) return { code: 'notFound', sentence: 'This ticket is not here any more. Nothing was changed.' }
  const known = await findEvent(tx, command.args.eventId)
  if (known) return known.ticketId === ticket.id && known.actorId === engineer.id ? null : eventTaken

  const at = clampTime(clientTime, ticket, context.now())
  const room = { context, tx, touched, engineer, at, base }
  const handler = commandHandlers[command.name] as FoundHandler
  const refusal = await handler.check?.(room, ticket, command.args)
  if (refusal) return refusal

  const outcome = applyCommand(ticket, notAfter(command, at), await gather(tx, ticket, command, engineer, at))
  if (!outcome.ok) return { ...outcome.refusal, ...(await standsInstead(tx, ticket, command, engineer)) }
  const event =
    outcome.event && { ...outcome.event, rev: 0, ticketId: ticket.id, actor: { kind: 'engineer' as const, id: engineer.id, name: engineer.name } }
  await storeOutcome(tx, touched, outcome.ticket, event)
  await handler.after?.(room, outcome.ticket, event)
  return null
}

const eventTaken: CommandRefusal = { code: 'invalid', sentence: 'This entry bears the number of another one. Please give it again.' }

/** Whose write is the reason that a command no longer fits the ticket. */
const standsInstead = async (tx: Queries, ticket: Ticket, command: TicketCommand, engineer: Engineer): Promise<Pick<CommandRefusal, 'theirs'>> => {
  const theirs = await findTheirs(tx, { ticketId: ticket.id, field: fieldRules[command.name], engineerId: engineer.id, since: 0 })
  return theirs === null ? {} : { theirs: theirs.id }
}

/** A call cannot have begun after it was logged, whatever the desk's clock said. */
const notAfter = (command: TicketCommand, at: Instant): TicketCommand =>
  command.name === 'logCall' && command.args.startedAt > at ? { ...command, args: { ...command.args, startedAt: at } } : command

const gather = async (tx: Queries, ticket: Ticket, command: TicketCommand, engineer: Engineer, at: Instant): Promise<CommandContext> => {
  const named = [ticket.assigneeId, ticket.acknowledgedBy].filter((id) => id !== null)
  const names = named.length === 0 ? [] : await tx.select({ id: engineerTable.id, name: engineerTable.name }).from(engineerTable).where(inArray(engineerTable.id, named))
  const sites =
    command.name === 'identify'
      ? await tx
          .select({ id: site.id, customerId: site.customerId, customerName: customer.name, zone: site.zone })
          .from(site)
          .innerJoin(customer, eq(customer.id, site.customerId))
          .where(eq(site.id, command.args.siteId))
      : []
  return {
    at,
    actor: { kind: 'engineer', id: engineer.id, name: engineer.name },
    engineerName: (id) => (id === engineer.id ? engineer.name : (names.find((known) => known.id === id)?.name ?? null)),
    site: (id) => sites.find((known) => known.id === id) ?? null,
  }
}
