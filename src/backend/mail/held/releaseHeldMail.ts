import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { eq } from 'drizzle-orm'
import type { Engineer } from '../../../domain/access/engineer'
import type { HeldMailOutcome, ReleaseHeldMail } from '../../../protocol/intake/heldMail'
import type { BackendContext } from '../../context'
import { incomingMail } from '../../db/schema'
import { storeEvent } from '../../intake/storeEvent'
import { placeAsAnswer, placeAsTicket } from '../incoming/placeMail'
import { stageMail } from '../incoming/stageMail'
import type { MailReader, MailReading } from '../parse/MailReader'
import type { ReadMail } from '../parse/readMail'
import { takeHeldMail } from './takeHeldMail'

/** What is released of a mail that cannot be read: the words why, and the mail as a file. */
const unreadMail = (raw: Uint8Array, reason: string): ReadMail => ({
  messageId: null,
  refersTo: [],
  from: null,
  recipients: [],
  subject: 'Mail that could not be read',
  text: `This mail could not be read: ${reason}. It is attached as it came.`,
  headers: {},
  attachments: [{ name: 'message.eml', content: raw }],
})

const contentOf = (raw: Uint8Array, reading: MailReading): ReadMail => (reading.ok ? reading.mail : unreadMail(raw, reading.reason))

/**
 * Releases a held mail once: as a ticket of its own, received when the mail was and held in turn when its sender may
 * not ask (R31), or as a message on the ticket it answers (P38). It answers nobody automatically, since what is held is
 * mostly a machine's (P37). Null = there is no such mail.
 */
export const releaseHeldMail = async (
  context: BackendContext,
  reader: Pick<MailReader, 'read'>,
  engineer: Engineer,
  id: string,
  { as }: ReleaseHeldMail,
): Promise<HeldMailOutcome | null | 'answersNothing'> => {
  const [kept] = await context.database.queries.select({ rawName: incomingMail.rawName }).from(incomingMail).where(eq(incomingMail.id, id))
  if (!kept || kept.rawName === null) return null
  const raw = await buffer(await context.files.open(kept.rawName))
  const mail = contentOf(raw, await reader.read(raw))
  const staged = await stageMail(context.files, mail)
  let owned = false
  try {
    const { value } = await context.database.write(async (tx, touched): Promise<HeldMailOutcome | null | 'answersNothing'> => {
      const taken = await takeHeldMail(tx, id)
      if (taken === null || 'answer' in taken) return taken && taken.answer
      const { envelopeTo, from, receivedAt, reason } = taken.mail
      const given = { mail, staged, address: from === '' ? null : from, envelopeTo, receivedAt }
      const placed = as === 'answer' ? await placeAsAnswer(context, tx, touched, given) : await placeAsTicket(context, tx, touched, given)
      if (placed === null) return 'answersNothing'
      const { id: ticketId, number } = placed.ticket
      const at = context.now()
      await tx.update(incomingMail).set({ ticketId, settledAs: 'released', settledAt: at, settledBy: engineer.id }).where(eq(incomingMail.id, id))
      const actor = { kind: 'engineer', id: engineer.id, name: engineer.name } as const
      await storeEvent(tx, touched, { id: randomUUID(), ticketId, at, actor, body: { kind: 'note', text: `Released from held mail. It was held because ${reason}.` } })
      const sentence = placed.outcome === 'reply' ? `Added to ticket #${number}.` : `Opened as ticket #${number}.`
      return { outcome: 'released', ticket: { id: ticketId, number }, sentence }
    })
    owned = value !== null && value !== 'answersNothing' && value.outcome === 'released'
    return value
  } finally {
    if (!owned) await Promise.all(staged.files.map(async (file) => context.files.discard(file.id)))
  }
}
