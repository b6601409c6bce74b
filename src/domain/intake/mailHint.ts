import type { ContractStatus } from '../entitlement/contractStatus'

/** What is known of a mail that has just become a ticket. */
export interface MailHintFacts {
  /** Whether its words or headers call it urgent. */
  readonly readsUrgent: boolean
  /** The sender's contract; null while the account is unknown. */
  readonly contract: ContractStatus['kind'] | null
  /** Whether the desk is open for the customer. */
  readonly open: boolean
  /** Where a request is submitted with a priority. */
  readonly portalUrl: string
}

/**
 * The faster way that the sender of a mail is told of, or null. It changes no priority and pages nobody (R12, R14); the
 * flag for engineers is `triage/mismatchHint`. Told to whoever's mail reads as urgent (R13), and to every 24×7 customer
 * who writes after hours, who may also call the hotline, named without its number (R19).
 */
export const mailHint = ({ readsUrgent, contract, open, portalUrl }: MailHintFacts): string | null => {
  const nightCover = contract === '24x7' && !open
  if (!readsUrgent && !nightCover) return null
  const hotline = nightCover ? ', or call the hotline number you were given' : ''
  return `If this is urgent: e-mail cannot carry a priority and never reaches the on-call engineer. Please submit it with priority Urgent at ${portalUrl}${hotline}.`
}
