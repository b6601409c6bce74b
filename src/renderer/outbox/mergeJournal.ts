import { deskCommandShape, ticketOfCommand } from '../../protocol/commands/deskCommands'
import { withdrawnName } from '../../protocol/commands/push'
import type { CommandResult, Mutation } from '../../protocol/commands/push'
import type { JournalEntry } from '../../protocol/ipc/messages'
import type { DeskCache } from '../cache/deskCache'
import { readMeta, writeMeta } from '../cache/readMeta'
import { attentionTo } from '../cache/confirmIntents'
import type { OutboxRow } from '../cache/outboxRow'
import { inOutboxTurn } from './inOutboxTurn'
import type { Journal } from './journal'
import { noteTrouble } from '../bridge/troubleStore'

/**
 * Brings back what the journal has and the outbox lost (P5, P21): entries of this engineer and this
 * backend that it has not
 * dealt with and that are neither in the outbox nor among the refused ones. Needs the backend's last number and its latest
 * `results`, so it follows a pull, before the journal lets go of what was dealt with: an entry that was refused, and whose
 * refusal nobody has seen because the cache was lost meanwhile, comes back as refused (P6).
 * An entry that this version cannot read is kept in the journal and reported, never dropped.
 */
export const mergeJournal = async (cache: DeskCache, journal: Journal, engineerId: string, results: readonly CommandResult[] = []): Promise<number> =>
  inOutboxTurn(async () => {
    const { entries, damaged } = await journal.read()
    if (damaged > 0) noteTrouble(`${String(damaged)} entries of the outbox journal are damaged and cannot be read.`)
    const counter = `nextMut:${engineerId}` as const
    const brought = await cache.transaction('rw', cache.outbox, cache.refused, cache.meta, async () => {
      let next = (await readMeta(cache, counter)) ?? 1
      const lastMut = (await readMeta(cache, `lastMut:${engineerId}`)) ?? 0
      const epochs = (await readMeta(cache, 'epochs')) ?? []
      const refusals = new Map(results.flatMap((result) => (result.outcome === 'refused' ? [[result.mut, result]] : [])))
      let count = 0
      for (const { mutation, serverEpoch } of entries.filter((entry) => entry.engineerId === engineerId && isOf(entry, cache, epochs))) {
        if (mutation.name === withdrawnName) {
          await withdrawAgain(cache, engineerId, mutation)
          continue
        }
        const read = deskCommandShape.safeParse({ name: mutation.name, args: mutation.args })
        if (!read.success) {
          noteTrouble(`Intent ${String(mutation.mut)} (${mutation.name}) in the journal cannot be read by this version.`)
          continue
        }
        const command = read.data
        const { eventId } = command.args
        const ticketId = ticketOfCommand(command)
        const known =
          (await cache.outbox.where({ eventId }).count()) > 0 ||
          (await cache.refused.get(eventId)) !== undefined
        if (known) continue
        const row: OutboxRow = {
          engineerId, mut: mutation.mut, serverEpoch, ticketId, eventId, command, base: mutation.base, at: mutation.clientTime,
        }
        if (mutation.mut <= lastMut) {
          const refusal = refusals.get(mutation.mut)
          if (refusal !== undefined) await cache.refused.put({ ...row, ...attentionTo(refusal) })
          continue
        }
        // A number that another intent has meanwhile is no reason to lose this one.
        const taken = (await cache.outbox.get([engineerId, row.mut])) !== undefined
        const mut = taken ? next : row.mut
        await cache.outbox.add({ ...row, mut })
        next = Math.max(next, mut + 1)
        count += 1
      }
      await writeMeta(cache, counter, next)
      return count
    })
    if (brought > 0) cache.notices.tell({ kind: 'outbox', toSend: false })
    return brought
  })

/** Entries name their backend; those of older versions only its epoch, which a restored backup has changed. */
const isOf = ({ backend, serverEpoch }: JournalEntry, cache: DeskCache, epochs: readonly string[]): boolean =>
  backend === undefined ? epochs.includes(serverEpoch) : backend === cache.name

/** The journal has the intent itself first, then that it was taken back. Without the intent its number is a gap, which the backend names. */
const withdrawAgain = async (cache: DeskCache, engineerId: string, { mut, args }: Mutation): Promise<void> => {
  const row = await cache.outbox.get([engineerId, mut])
  if (row !== undefined && row.eventId === (args as { readonly eventId?: unknown }).eventId) await cache.outbox.put({ ...row, withdrawn: true })
}
