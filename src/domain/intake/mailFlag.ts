import type { ContractStatus } from '../entitlement/contractStatus'

/** What is known of a mail that has just become a ticket. */
export interface MailFlagFacts {
  /** Whether its words or headers call it urgent. */
  readonly readsUrgent: boolean
  /** The sender's contract; null while the account is unknown. */
  readonly contract: ContractStatus['kind'] | null
  /** Whether the desk is open for the customer. */
  readonly open: boolean
  /** Where a request is submitted with a priority. */
  readonly portalUrl: string
}

/** The flag engineers see and the hint the sender gets; null = none of it. Neither changes the ticket. */
export interface MailFlag {
  readonly forEngineers: string | null
  readonly forSender: string | null
}

/**
 * What a mail's urgency leads to: words, never a priority and never a page (R12–R14). One that reads as urgent is
 * flagged, and its sender is pointed to the portal (R13); so is every 24×7 customer who writes after hours, who may
 * also call the hotline, named without its number (R19).
 */
export const mailFlag = ({ readsUrgent, contract, open, portalUrl }: MailFlagFacts): MailFlag => {
  const fullTime = contract === '24x7'
  const hotline = fullTime && !open ? ', or call the hotline number you were given' : ''
  return {
    forEngineers: readsUrgent ? 'This mail reads as urgent. Mail carries no priority, so it is Medium until an engineer reviews it.' : null,
    forSender:
      readsUrgent || (fullTime && !open)
        ? `If this is urgent: e-mail cannot carry a priority and never reaches the on-call engineer. Please submit it with priority Urgent at ${portalUrl}${hotline}.`
        : null,
  }
}
