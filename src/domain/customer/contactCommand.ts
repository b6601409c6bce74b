import type { ContactAbilities } from './customer'

/** One ability as it was seen and as it shall be; null = never asked (R38–R44). */
export interface AbilityChange {
  readonly ability: keyof ContactAbilities
  readonly from: boolean | null
  readonly to: boolean | null
}

/** What an engineer does for a person at a customer (R35, R38–R44). */
export type ContactCommand =
  | { readonly name: 'setContactAbilities'; readonly args: { readonly contactId: string; readonly eventId: string; readonly changes: readonly AbilityChange[] } }
  /** Mails a link for a new password to the address on file; nobody of the firm sees it. */
  | { readonly name: 'sendPasswordLink'; readonly args: { readonly contactId: string; readonly eventId: string } }
