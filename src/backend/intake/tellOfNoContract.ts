import { and, eq } from 'drizzle-orm'
import { contractStatus } from '../../domain/entitlement/contractStatus'
import { serviceFor } from '../../domain/entitlement/serviceFor'
import type { Ticket } from '../../domain/ticket/ticket'
import type { BackendContext } from '../context'
import type { Queries } from '../db/database'
import { contract, customer, outgoingMail } from '../db/schema'
import { queueNotice } from '../mail/outgoing/queueNotice'
import { readPolicy } from './readPolicy'

/**
 * Tells the Account Manager that a customer without an active contract asked for support, once for each ticket, in the
 * transaction that made it so (R99). Nothing while the account is not known, and nothing while the ticket is held: what a
 * stranger writes in somebody's name mails nobody. What became of the mail is told on the ticket.
 */
export const tellOfNoContract = async (context: BackendContext, tx: Queries, ticket: Ticket): Promise<void> => {
  if (ticket.customerId === null || ticket.heldReason !== null) return
  const [account] = await tx.select().from(customer).where(eq(customer.id, ticket.customerId))
  if (!account) return
  const contracts = await tx.select().from(contract).where(eq(contract.customerId, account.id))
  const { values } = await readPolicy(tx)
  const status = contractStatus(contracts, ticket.receivedAt, values.officeZone, values.contractGraceDays)
  const { email, name } = account.accountManager
  if (!serviceFor(status, account).informAccountManager || email.trim() === '') return
  const [told] = await tx.select({ id: outgoingMail.id }).from(outgoingMail).where(and(eq(outgoingMail.ticketId, ticket.id), eq(outgoingMail.to, email)))
  if (told) return
  const asker = ticket.requester.name ?? ticket.requester.email ?? ticket.requester.phone ?? 'Somebody'
  await queueNotice(context, tx, {
    ticketId: ticket.id,
    to: email,
    subject: `[#${ticket.number}] ${account.name} asks for support without an active contract`,
    paragraphs: [
      name.trim() === '' ? 'Hello,' : `Hello ${name.trim()},`,
      `${asker} at ${account.name} (account ${account.accountNumber}) has opened ticket #${ticket.number}: ${ticket.brief}`,
      `What we have on file: ${status.sentence}. The HelpDesk takes the ticket all the same and decides how far to help; its times are goals, and nothing was promised.`,
      `Please speak with ${account.name} about a contract.`,
    ],
    secret: false,
  })
}
