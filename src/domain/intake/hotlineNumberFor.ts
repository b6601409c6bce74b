import type { ContractStatus } from '../entitlement/contractStatus'

/**
 * The hotline's number for a customer's screen or mail, or null: it is issued to customers with an active 24×7
 * contract only and stands nowhere else (R19). A status that ended, even today, gets null.
 * @param number null when the firm has none
 */
export const hotlineNumberFor = ({ kind }: Pick<ContractStatus, 'kind'>, number: string | null): string | null => (kind === '24x7' ? number : null)
