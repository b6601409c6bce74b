import type { ZoneId } from '../calendar/time'
import type { Contact } from '../customer/customer'
import type { CommandContext } from '../ticket/ticketCommand'

/** What a call is logged with, besides what every command is. */
export interface PhoneContext extends CommandContext {
  /** A contact by id; null when it does not exist. */
  readonly contact: (id: string) => Contact | null
  /** The zone while nobody knows the account (R25). */
  readonly officeZone: ZoneId
}
