import type { AccessCommand } from '../../domain/access/accessCommand'
import type { ContactCommand } from '../../domain/customer/contactCommand'
import { logPhoneTicket } from '../../domain/intake/logPhoneTicket'
import type { PhoneCommand } from '../../domain/intake/phoneCommand'
import { applyCommand } from '../../domain/ticket/applyCommand'
import type { Instant } from '../../domain/calendar/time'
import type { TicketCommand } from '../../domain/ticket/ticketCommand'
import { deskCommandArgs, isContactCommand, isPhoneCommand, isTicketCommand, ticketOfCommand } from '../../protocol/commands/deskCommands'
import type { DeskCommand } from '../../protocol/commands/deskCommands'
import { decideAccess } from '../cache/decideAccess'
import { decideContact } from '../cache/decideContact'
import type { DeskCache } from '../cache/deskCache'
import { readMeta, writeMeta } from '../cache/readMeta'
import type { OutboxRow } from '../cache/outboxRow'
import { readOverlayContext } from '../cache/readOverlayContext'
import { readTicketFile } from '../cache/readTicketFile'
import { baseOf } from './baseOf'
import { inOutboxTurn } from './inOutboxTurn'
import type { Journal } from './journal'
import { journalledNumbers } from './journalledNumbers'
import type { SavedOutcome } from './savedOutcome'
import { toMutation } from './toMutation'
import { noteTrouble } from '../bridge/troubleStore'

interface IntentParts {
  readonly cache: DeskCache
  readonly journal: Journal
  readonly engineerId: string
  readonly now: Instant
}

const notSaved = (reason: string): SavedOutcome => ({ saved: false, reason })
const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Not being able to write the outbox loses nothing: the journal has the intent, and the next round merges it. */
const keepRow = async (cache: DeskCache, row: OutboxRow): Promise<void> => {
  try {
    await cache.transaction('rw', cache.outbox, cache.meta, async () => {
      await cache.outbox.add(row)
      await writeMeta(cache, `nextMut:${row.engineerId}`, row.mut + 1)
    })
  } catch (error) {
    noteTrouble(`Intent ${String(row.mut)} is in the journal only until the next sync.`, error)
  }
}

/** After a lost cache the journal holds intents that no round has merged yet: their numbers are taken all the same. */
const lastNumberIn = async (journal: Journal, cache: DeskCache, engineerId: string): Promise<number> => {
  const { entries } = await journal.read()
  const mine = entries.filter((entry) => entry.engineerId === engineerId && (entry.backend ?? cache.name) === cache.name)
  return mine.reduce((last, { mutation }) => Math.max(last, mutation.mut), 0)
}

/** What the rules say of a command now, given what waits already: a refusal's sentence, or the revision it builds on. */
const judge = async (parts: IntentParts, command: DeskCommand): Promise<string | { readonly rev: number }> =>
  isTicketCommand(command) ? judgeOnTicket(parts, command) : isPhoneCommand(command) ? judgeCall(parts, command) : isContactCommand(command) ? judgeContact(parts, command) : judgeOnAccess(parts, command)

const nobody = 'Nobody has signed in on this desk yet. Please sign in first.'

const judgeContact = async ({ cache, engineerId, now }: IntentParts, command: ContactCommand): Promise<string | { readonly rev: number }> => {
  const decided = await decideContact(cache, engineerId, command, now)
  return typeof decided === 'string' ? decided : { rev: decided.rev }
}

const judgeCall = async ({ cache, engineerId, now }: IntentParts, command: PhoneCommand): Promise<string | { readonly rev: number }> => {
  const context = await readOverlayContext(cache, engineerId, [command])
  if (context === null) return nobody
  const outcome = logPhoneTicket(command.args, { ...context, at: now })
  return outcome.ok ? { rev: 0 } : outcome.refusal.sentence
}

const judgeOnAccess = async ({ cache, engineerId, now }: IntentParts, command: AccessCommand): Promise<string | { readonly rev: number }> => {
  const decided = await decideAccess(cache, engineerId, command, now)
  return decided.ok ? { rev: decided.request.rev } : decided.refusal.sentence
}

const judgeOnTicket = async ({ cache, engineerId, now }: IntentParts, command: TicketCommand): Promise<string | { readonly rev: number }> => {
  const file = await readTicketFile(cache, command.args.ticketId, engineerId)
  if (file === 'missing') return 'This ticket is not on this desk any more.'
  const context = await readOverlayContext(cache, engineerId, [command])
  if (context === null) return nobody
  const outcome = applyCommand(file.ticket, command, { ...context, at: now })
  return outcome.ok ? { rev: file.ticket.rev } : outcome.refusal.sentence
}

/**
 * Keeps an intent: first in main's synced journal, then in the outbox, and only then answers `saved` (P5). A command
 * the rules refuse now is told at once and not kept. Never rejects.
 */
export const saveIntent = async (parts: IntentParts, given: DeskCommand): Promise<SavedOutcome> => {
  const { cache, journal, engineerId, now } = parts
  const parsed = deskCommandArgs[given.name].safeParse(given.args)
  if (!parsed.success) return notSaved(parsed.error.issues.map((issue) => issue.message).join(' '))
  const command = { name: given.name, args: parsed.data } as DeskCommand
  return inOutboxTurn(async () => {
    try {
      const judged = await judge(parts, command)
      if (typeof judged === 'string') return notSaved(judged)
      // While everything is fetched for the first time, the number is known from its beginning.
      const cursor = (await readMeta(cache, 'cursor')) ?? (await readMeta(cache, 'snapshot'))?.cursor ?? null
      if (cursor === null) return notSaved('This desk has not been synced yet. Please try again when it is live.')
      const journalled = journalledNumbers(cache)
      const lastJournalled = journalled.get(engineerId) ?? (await lastNumberIn(journal, cache, engineerId))
      const mut = Math.max((await readMeta(cache, `nextMut:${engineerId}`)) ?? 1, lastJournalled + 1)
      const { eventId } = command.args
      const ticketId = ticketOfCommand(command)
      const row: OutboxRow = {
        engineerId, mut, serverEpoch: cursor.epoch, ticketId, eventId, command, base: baseOf(command, judged.rev), at: now,
      }
      const written = await journal.append({ engineerId, serverEpoch: cursor.epoch, backend: cache.name, mutation: toMutation(row) })
      if (written.outcome !== 'done') return notSaved(written.reason)
      journalled.set(engineerId, mut)
      await keepRow(cache, row)
      cache.notices.tell({ kind: 'outbox', toSend: true })
      return { saved: true }
    } catch (error) {
      return notSaved(`This could not be saved on this computer: ${sentenceOf(error)}`)
    }
  })
}
