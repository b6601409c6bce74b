import { deskCommandShape, ticketOfCommand } from '../../protocol/commands/deskCommands'
import { withdrawnName } from '../../protocol/commands/push'
import type { DeskCache } from '../cache/deskCache'
import { readMeta, writeMeta } from '../cache/readMeta'
import type { OutboxRow } from '../cache/outboxRow'
import { inOutboxTurn } from './inOutboxTurn'
import type { Journal } from './journal'
import { noteTrouble } from '../bridge/troubleStore'

/**
 * Brings back what the journal has and the outbox lost (P5, P21): entries of this engineer and this
 * backend that it has not
 * dealt with and that are neither in the outbox nor among the refused ones. Needs the backend's last number, so it follows a pull.
 * An entry that this version cannot read is kept in the journal and reported, never dropped.
 */
export const mergeJournal = async (cache: DeskCache, journal: Journal, engineerId: string): Promise<number> =>
  inOutboxTurn(async () => {
    const { entries, damaged } = await journal.read()
    if (damaged > 0) noteTrouble(`${String(damaged)} entries of the outbox journal are damaged and cannot be read.`)
    const counter = `nextMut:${engineerId}` as const
    const brought = await cache.transaction('rw', cache.outbox, cache.refused, cache.meta, async () => {
      let next = (await readMeta(cache, counter)) ?? 1
      const lastMut = (await readMeta(cache, `lastMut:${engineerId}`)) ?? 0
      const epochs = (await readMeta(cache, 'epochs')) ?? []
      let count = 0
      for (const { mutation, serverEpoch } of entries.filter((entry) => entry.engineerId === engineerId && epochs.includes(entry.serverEpoch))) {
        if (mutation.name === withdrawnName) {
          await withdrawAgain(cache, engineerId, mutation.mut)
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
          (await cache.outbox.get([engineerId, mutation.mut])) !== undefined ||
          (await cache.refused.get(eventId)) !== undefined
        if (mutation.mut <= lastMut || known) continue
        const row: OutboxRow = {
          engineerId, mut: mutation.mut, serverEpoch, ticketId, eventId, command, base: mutation.base, at: mutation.clientTime,
        }
        await cache.outbox.put(row)
        next = Math.max(next, mutation.mut + 1)
        count += 1
      }
      await writeMeta(cache, counter, next)
      return count
    })
    if (brought > 0) cache.notices.tell({ kind: 'outbox', toSend: false })
    return brought
  })

/** The journal has the intent itself first, then that it was taken back. Without the intent its number is a gap, which the backend names. */
const withdrawAgain = async (cache: DeskCache, engineerId: string, mut: number): Promise<void> => {
  const row = await cache.outbox.get([engineerId, mut])
  if (row !== undefined) await cache.outbox.put({ ...row, withdrawn: true })
}
