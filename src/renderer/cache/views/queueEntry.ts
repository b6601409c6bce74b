import type { ContractStatus } from '../../../domain/entitlement/contractStatus'
import type { Ticket } from '../../../domain/ticket/ticket'

/** One row of the queue, with what stands beside the ticket. The same object as long as nothing of it changed. */
export interface QueueEntry {
  /** With pending intents laid over. */
  readonly ticket: Ticket
  readonly customerName: string | null
  /** Null while the ticket is unidentified or the policy is not here. */
  readonly contract: ContractStatus | null
  readonly assigneeName: string | null
  /** Has intents that are not sent yet. */
  readonly pending: boolean
  readonly attachmentCount: number
}
