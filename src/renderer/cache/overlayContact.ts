import { setAbilities } from '../../domain/customer/setAbilities'
import type { Contact } from '../../domain/customer/customer'
import type { Actor } from '../../domain/ticket/timelineEvent'
import type { ContactIntent } from './outboxRow'

/** A contact with what this engineer gave and is not sent yet. */
export interface ContactEntry {
  readonly contact: Contact
  readonly pendingAbilities: boolean
  readonly pendingLink: boolean
}

/** Lays pending intents over a confirmed contact, in order; one that no longer fits shows nothing, and its fate is told by the backend. */
export const overlayContact = (confirmed: Contact, intents: readonly ContactIntent[], actor: Actor | null): ContactEntry => {
  let contact = confirmed
  const own = intents.filter(({ command }) => command.args.contactId === confirmed.id).toSorted((a, b) => a.mut - b.mut)
  for (const { command, at } of own) {
    if (command.name !== 'setContactAbilities' || actor === null) continue
    const outcome = setAbilities(contact, command.args.changes, { actor, at })
    if (outcome.ok) contact = outcome.contact
  }
  return { contact, pendingAbilities: contact !== confirmed, pendingLink: own.some(({ command }) => command.name === 'sendPasswordLink') }
}
