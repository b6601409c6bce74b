import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { journalEntryShape } from '../../protocol/ipc/messages'
import type { JournalEntry } from '../../protocol/ipc/messages'
import { OutboxJournal } from './outboxJournal'

const ann = '3f0c9a52-8a53-4a9e-9d38-0b8a3f5d2a11'
const ben = '9b1d3c44-52a7-4d0e-8f5b-6a1c2e7f8d90'

const entry = (mut: number, engineerId = ann, text = 'Wählt die Gegenstelle noch?\n2. Zeile'): JournalEntry =>
  journalEntryShape.parse({
    engineerId,
    serverEpoch: 'epoch',
    mutation: { mut, name: 'addNote', version: 1, args: { text }, base: {}, clientTime: 1_795_000_000_000 },
  })

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'))
  path = join(folder, 'outbox.journal')
})
afterEach(() => rmSync(folder, { recursive: true }))

const muts = (entries: readonly JournalEntry[]): readonly number[] => entries.map(({ mutation }) => mutation.mut)

describe('OutboxJournal (P5)', () => {
  it('keeps what was appended for the next start, whole and in order', async () => {
    const journal = new OutboxJournal(path)
    await Promise.all([1, 2, 3, 4, 5].map((mut) => journal.append(entry(mut))))
    const { entries, damaged } = await new OutboxJournal(path).read()
    expect(entries).toEqual([1, 2, 3, 4, 5].map((mut) => entry(mut)))
    expect(damaged).toBe(0)
  })

  it('is readable by its owner only', async () => {
    await new OutboxJournal(path).append(entry(1))
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('answers nothing when there is no file yet', async () => {
    expect(await new OutboxJournal(path).read()).toEqual({ entries: [], damaged: 0 })
  })

  it('P19 reads past a torn tail of any length and appends cleanly after it', async () => {
    await new OutboxJournal(path).append(entry(1))
    const whole = statSync(path).size
    await new OutboxJournal(path).append(entry(2))
    const full = readFileSync(path)
    for (let size = whole; size < full.byteLength; size += 1) {
      writeFileSync(path, full.subarray(0, size))
      const journal = new OutboxJournal(path)
      await journal.append(entry(3))
      const { entries, damaged } = await new OutboxJournal(path).read()
      expect({ size, muts: muts(entries), damaged }).toEqual({ size, muts: [1, 3], damaged: 0 })
    }
  })

  it('counts a record whose bytes changed, and keeps those around it', async () => {
    const journal = new OutboxJournal(path)
    for (const mut of [1, 2, 3]) await journal.append(entry(mut))
    const bytes = readFileSync(path)
    const second = bytes.indexOf(0x0a) + 1
    const at = bytes.indexOf('Gegenstelle', second)
    bytes[at] = (bytes[at] ?? 0) ^ 0x01
    writeFileSync(path, bytes)
    const { entries, damaged } = await new OutboxJournal(path).read()
    expect({ muts: muts(entries), damaged }).toEqual({ muts: [1, 3], damaged: 1 })
  })

  it('counts a line that is no record at all', async () => {
    await new OutboxJournal(path).append(entry(1))
    appendFileSync(path, '\0\0\0\0\0\0\0\n')
    await new OutboxJournal(path).append(entry(2))
    const { entries, damaged } = await new OutboxJournal(path).read()
    expect({ muts: muts(entries), damaged }).toEqual({ muts: [1, 2], damaged: 1 })
  })

  it('drops one engineer’s entries up to a number and nobody else’s', async () => {
    const journal = new OutboxJournal(path)
    for (const each of [entry(1), entry(1, ben), entry(2), entry(3), entry(2, ben)]) await journal.append(each)
    await journal.drop({ engineerId: ann, upToMut: 2 })
    await journal.append(entry(4))
    expect((await new OutboxJournal(path).read()).entries).toEqual([entry(1, ben), entry(3), entry(2, ben), entry(4)])
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('leaves the file alone when there is nothing to drop', async () => {
    const journal = new OutboxJournal(path)
    await journal.append(entry(5))
    const before = statSync(path).ino
    await journal.drop({ engineerId: ann, upToMut: 4 })
    expect(statSync(path).ino).toBe(before)
  })

  it('runs operations one after the other in the order asked', async () => {
    const journal = new OutboxJournal(path)
    const all = [journal.append(entry(1)), journal.append(entry(2)), journal.drop({ engineerId: ann, upToMut: 2 }), journal.append(entry(3)), journal.read()] as const
    const { entries } = await all[4]
    expect(muts(entries)).toEqual([3])
  })

  it('P20 rejects when the entry cannot be written, and goes on afterwards', async () => {
    const journal = new OutboxJournal(join(folder, 'missing', 'outbox.journal'))
    await expect(journal.append(entry(1))).rejects.toThrow(/ENOENT/)
    expect(await journal.read()).toEqual({ entries: [], damaged: 0 })
  })

  it('finds its end again after somebody shortened the file between two starts', async () => {
    await new OutboxJournal(path).append(entry(1))
    truncateSync(path, 0)
    await new OutboxJournal(path).append(entry(2))
    expect(muts((await new OutboxJournal(path).read()).entries)).toEqual([2])
  })
})
