import type { Instant } from '../calendar/time'
import type { Environment, Priority } from '../ticket/ticket'

/**
 * A live call that an engineer logs as a new ticket (R18). The desk makes the ticket's id, so that further commands can
 * follow before the backend has numbered it.
 */
export interface PhoneCommand {
  readonly name: 'logPhoneTicket'
  readonly args: {
    readonly ticketId: string
    readonly eventId: string
    /** When the call began; it counts as receipt (R18). */
    readonly startedAt: Instant
    /** Null while nobody knows the account; site and person are null then too. */
    readonly customerId: string | null
    readonly siteId: string | null
    readonly contactId: string | null
    /** As the caller said it; empty when they did not. */
    readonly callerName: string
    readonly callbackNumber: string
    readonly brief: string
    /** The customer can read it in the portal. */
    readonly text: string
    readonly priority: Priority
    readonly productionDown: boolean
    readonly environment: Environment
    /** Whether the engineer who logs it takes it. */
    readonly take: boolean
  }
}
