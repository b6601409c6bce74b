import * as nodeDisk from 'node:fs/promises'
import { dirname } from 'node:path'
import type { DeskAnswer, DeskArgs } from '../../protocol/ipc/deskApi'
import type { JournalEntry } from '../../protocol/ipc/messages'
import type { JournalDisk } from './journalDisk'
import { readRecords, writeRecord } from './journalRecord'
import type { JournalContent } from './journalRecord'

const OWNER_ONLY = 0o600

/**
 * The second home of unsent work (P5): each intent is on the disk before the desk says "saved", whatever becomes of
 * the browser's storage. One operation at a time, in the order asked.
 */
export class OutboxJournal {
  readonly #path: string
  readonly #disk: JournalDisk
  #turn: Promise<unknown> = Promise.resolve()
  /** Where the next record goes; null until the file was read, and while there is none. */
  #end: number | null = null

  /**
   * @param path absolute path of the journal file; made on the first append, readable by its owner only
   * @param disk where it lies; only tests give another
   */
  constructor(path: string, disk: JournalDisk = nodeDisk) {
    this.#path = path
    this.#disk = disk
  }

  /** Writes one entry and syncs it to the disk. Rejects when it is not safely there; then nothing of it stays. */
  append(entry: JournalEntry): Promise<void> {
    return this.#inTurn(() => this.#append(entry))
  }

  /** All entries that can be trusted, in the order of appending, and the number of those that cannot. */
  read(): Promise<DeskAnswer<'journal.read'>> {
    return this.#inTurn(async () => {
      const { entries, damaged } = await this.#content()
      return { entries: [...entries], damaged }
    })
  }

  /** Removes the entries of one engineer up to a mutation number: the backend has dealt with them. */
  drop({ engineerId, upToMut }: DeskArgs<'journal.drop'>): Promise<void> {
    return this.#inTurn(async () => {
      const { entries, damaged } = await this.#content()
      const kept = entries.filter((entry) => entry.engineerId !== engineerId || entry.mutation.mut > upToMut)
      // A file with damage is left whole while nothing is to be dropped: somebody may still want to look at it.
      if (kept.length === entries.length) return
      await this.#rewrite(kept)
      if (damaged > 0) console.error(`${damaged} damaged records were removed from ${this.#path}.`)
    })
  }

  async #append(entry: JournalEntry): Promise<void> {
    if (this.#end === null) await this.#content()
    const isNew = this.#end === null
    const end = this.#end ?? 0
    const file = await this.#disk.open(this.#path, isNew ? 'wx' : 'r+', OWNER_ONLY)
    try {
      // What follows the last whole record is the rest of a write that failed or never ended.
      await file.truncate(end)
      const record = writeRecord(entry)
      const { bytesWritten } = await file.write(record, 0, record.byteLength, end)
      if (bytesWritten !== record.byteLength) throw new Error(`only ${bytesWritten} of ${record.byteLength} bytes could be written: is the disk full?`)
      await file.datasync()
      if (isNew) await this.#syncFolder()
      this.#end = end + record.byteLength
    } catch (error) {
      // An intent the person was told is not saved must not come back at the next start.
      await file.truncate(end)
      this.#end = end
      throw error
    } finally {
      await file.close()
    }
  }

  async #rewrite(entries: readonly JournalEntry[]): Promise<void> {
    const beside = `${this.#path}.new`
    const records = Buffer.concat(entries.map(writeRecord))
    const file = await this.#disk.open(beside, 'w', OWNER_ONLY)
    try {
      await file.writeFile(records)
      await file.datasync()
    } finally {
      await file.close()
    }
    await this.#disk.rename(beside, this.#path)
    this.#end = records.byteLength
    await this.#syncFolder()
  }

  async #content(): Promise<JournalContent> {
    try {
      const content = readRecords(await this.#disk.readFile(this.#path))
      this.#end = content.soundBytes
      return content
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      this.#end = null
      return { entries: [], damaged: 0, soundBytes: 0 }
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work)
    this.#turn = result.catch(() => undefined)
    return result
  }

  /** Makes a new or renamed file name durable. Windows has no handle on a folder and keeps names by itself. */
  async #syncFolder(): Promise<void> {
    if (process.platform === 'win32') return
    const handle = await this.#disk.open(dirname(this.#path), 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  }
}
