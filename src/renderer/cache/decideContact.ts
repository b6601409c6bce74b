import { passwordHelp } from '../../domain/access/passwordHelp'
import { permitOperation } from '../../domain/access/permitOperation'
import type { Instant } from '../../domain/calendar/time'
import type { ContactCommand } from '../../domain/customer/contactCommand'
import type { Contact } from '../../domain/customer/customer'
import { setAbilities } from '../../domain/customer/setAbilities'
import type { DeskCache } from './deskCache'
import { isContactIntent } from './outboxRow'
import { overlayContact } from './overlayContact'
import { pendingIntents } from './pendingIntents'

/** What a command for a contact comes to by this desk's rows and what waits already: the contact, or why not. The backend decides again. */
export const decideContact = async (cache: DeskCache, engineerId: string, command: ContactCommand, at: Instant): Promise<Contact | string> => {
  const confirmed = await cache.synced('contact').get(command.args.contactId)
  if (confirmed === undefined) return 'This person is not on this desk any more.'
  const me = await cache.synced('engineer').get(engineerId)
  if (me === undefined) return 'Nobody has signed in on this desk yet. Please sign in first.'
  const actor = { kind: 'engineer', id: me.id, name: me.name } as const
  const { contact, pendingLink } = overlayContact(confirmed, (await pendingIntents(cache, engineerId)).filter(isContactIntent), actor)
  if (command.name === 'setContactAbilities') {
    const outcome = setAbilities(contact, command.args.changes, { actor, at })
    return outcome.ok ? outcome.contact : outcome.refusal.sentence
  }
  const may = permitOperation({ role: me.role, operation: 'sendPasswordLink', isOwn: false, reason: null })
  if (!may.allowed) return may.sentence
  if (pendingLink) return 'A link for this person waits in the outbox already.'
  const help = passwordHelp(contact, contact.signIn, at, me.zone)
  return help.maySendLink ? contact : help.sentence
}
