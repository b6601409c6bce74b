import { buffer } from 'node:stream/consumers'
import { inspect } from 'node:util'
import { count, desc, eq, ne, or } from 'drizzle-orm'
import { incomingMail, page, ticket, timelineEvent } from '../../src/backend/db/schema'
import { receiveMail } from '../../src/backend/mail/incoming/receiveMail'
import type { MailReader } from '../../src/backend/mail/parse/MailReader'
import { addRealMinutes } from '../../src/domain/calendar/time'
import type { CustomerBackend } from '../fixtures/customerBackend'
import { supportAddress } from '../fixtures/smtpClient'

/** What a mail came to, or the fault in it: no fault is the promise (P36). */
export type Arrival = { readonly outcome: string; readonly fault: string | null }

/** The road of a mail behind the SMTP conversation: the worker that reads it, and the transaction that places it. */
export interface MailRoad {
  readonly backend: CustomerBackend
  readonly reader: MailReader
}

/** Lets `raw` arrive a minute after the one before, so that nobody's mail is a flood, and looks at what is stored. */
export const arriveByRoad = async ({ backend, reader }: MailRoad, raw: Buffer, from: string | null): Promise<Arrival> => {
  const receivedAt = addRealMinutes(backend.context.now(), 1)
  backend.setNow(receivedAt)
  try {
    const outcome = await receiveMail(backend.context, { raw, reading: await reader.read(raw), envelope: { from, to: [supportAddress] }, receivedAt })
    return { outcome, fault: outcome === 'repeated' ? null : await faultOfLast(backend, raw, outcome) }
  } catch (error) {
    return { outcome: 'failed', fault: `the road threw: ${inspect(error)}`.slice(0, 2_000) }
  }
}

/** What is wrong with the record of the mail that came last, or null; `raw` null where other bytes than those sent may arrive. */
export const faultOfLast = async ({ context, database: { queries } }: CustomerBackend, raw: Buffer | null, outcome: string): Promise<string | null> => {
  const [record] = await queries.select().from(incomingMail).orderBy(desc(incomingMail.receivedAt)).limit(1)
  if (!record || record.receivedAt !== context.now() || record.outcome !== outcome) return 'it left no record of its own'
  if (outcome === 'quarantined') {
    if (record.reason === '' || record.rawName === null) return 'it is held without a reason or without its bytes'
    if (raw === null) return null
    return (await buffer(await context.files.open(record.rawName))).equals(raw) ? null : 'the held bytes are not the ones that came'
  }
  const [opened] = await queries.select().from(ticket).where(eq(ticket.id, record.ticketId ?? ''))
  if (!opened) return 'its ticket is not there'
  if (opened.customerPriority !== 'medium' || opened.productionDown) return 'it set a priority'
  const events = await queries.select().from(timelineEvent).where(eq(timelineEvent.ticketId, opened.id))
  return events.some(({ body }) => body.kind === 'received' || body.kind === 'message') ? null : 'its text is not on the timeline'
}

/** How many pages there are, and tickets that are not Medium: mail adds to neither (R12, R14). */
export const alarmsOf = async ({ database: { queries } }: CustomerBackend): Promise<number> => {
  const [pages] = await queries.select({ n: count() }).from(page)
  const [loud] = await queries.select({ n: count() }).from(ticket).where(or(ne(ticket.customerPriority, 'medium'), eq(ticket.productionDown, true)))
  return (pages?.n ?? 0) + (loud?.n ?? 0)
}
