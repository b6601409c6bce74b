import { eq } from 'drizzle-orm'
import { permitOperation } from '../../domain/access/permitOperation'
import type { Instant } from '../../domain/calendar/time'
import type { ContactCommand } from '../../domain/customer/contactCommand'
import { setAbilities } from '../../domain/customer/setAbilities'
import { queuePasswordLink } from '../accounts/queuePasswordLink'
import type { BackendContext } from '../context'
import type { Queries, Touched } from '../db/database'
import { contact as contactTable, contactAct } from '../db/schema'
import type { CommandRefusal } from './commandHandler'
import type { CommandRequest } from './runCommand'

/** What each command is called in the roles (R1–R6). */
const operations = { setContactAbilities: 'editContacts', sendPasswordLink: 'sendPasswordLink' } as const

/**
 * Carries out one command for a contact inside a transaction (R35, R38–R44). Answers a refusal, having written nothing, or
 * null when it was applied, now or earlier under another number (P4).
 */
export const runContactCommand = async (
  context: BackendContext,
  tx: Queries,
  touched: Touched,
  command: ContactCommand,
  { engineer, clientTime }: CommandRequest,
): Promise<CommandRefusal | null> => {
  const may = permitOperation({ role: engineer.role, operation: operations[command.name], isOwn: false, reason: null })
  if (!may.allowed) return may
  const { contactId, eventId } = command.args
  const [person] = await tx.select().from(contactTable).where(eq(contactTable.id, contactId)).for('update')
  if (!person) return { code: 'notFound', sentence: 'This person is not on file any more. Nothing was changed.' }
  const [known] = await tx.select().from(contactAct).where(eq(contactAct.id, eventId))
  if (known) {
    return known.contactId === contactId && known.engineerId === engineer.id ? null : { code: 'invalid', sentence: 'This change bears the number of another one. Please give it again.' }
  }
  const at = Math.min(clientTime, context.now()) as Instant
  const actor = { kind: 'engineer', id: engineer.id, name: engineer.name } as const
  if (command.name === 'sendPasswordLink') {
    const why = await queuePasswordLink(context, tx, touched, person, engineer.name)
    if (why !== null) return { code: 'notAllowed', sentence: why }
  } else {
    const outcome = setAbilities(person, command.args.changes, { actor, at })
    if (!outcome.ok) return outcome.refusal
    if (outcome.contact !== person) {
      const { abilities, abilitiesSet } = outcome.contact
      await tx.update(contactTable).set({ abilities, abilitiesSet }).where(eq(contactTable.id, contactId))
      touched.put('contact', contactId)
    }
  }
  await tx.insert(contactAct).values({ id: eventId, contactId, engineerId: engineer.id, at, command })
  return null
}
