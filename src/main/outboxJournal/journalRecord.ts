import { crc32 } from 'node:zlib'
import { journalEntryShape } from '../../protocol/ipc/messages'
import type { JournalEntry } from '../../protocol/ipc/messages'

/**
 * One record is one line: bytes of JSON in decimal, a space, CRC-32 of those bytes in 8 hex digits, a space, the JSON
 * in UTF-8, a line feed. JSON never holds a raw line feed, so reading finds its feet again after a damaged record.
 */
export function writeRecord(entry: JournalEntry): Buffer {
  const json = Buffer.from(JSON.stringify(entry), 'utf8')
  return Buffer.concat([Buffer.from(`${json.byteLength} ${checksum(json)} `, 'ascii'), json, Buffer.from('\n', 'ascii')])
}

export interface JournalContent {
  readonly entries: readonly JournalEntry[]
  /** Records that stand in the file but cannot be trusted. */
  readonly damaged: number
  /** Bytes up to the end of the last whole record or damaged line; what follows is the tail of a write that never ended. */
  readonly soundBytes: number
}

/**
 * Reads all records. A line without its line feed at the end is the tail of an append that was never confirmed to
 * anybody: it is left out and not counted as damage.
 */
export function readRecords(bytes: Buffer): JournalContent {
  const entries: JournalEntry[] = []
  let damaged = 0
  let start = 0
  for (let end = bytes.indexOf(0x0a); end !== -1; end = bytes.indexOf(0x0a, start)) {
    const entry = readRecord(bytes.subarray(start, end))
    if (entry === null) damaged += 1
    else entries.push(entry)
    start = end + 1
  }
  return { entries, damaged, soundBytes: start }
}

function readRecord(line: Buffer): JournalEntry | null {
  const head = /^(\d{1,9}) ([0-9a-f]{8}) /.exec(line.subarray(0, 20).toString('latin1'))
  if (head === null) return null
  const json = line.subarray(head[0].length)
  if (json.byteLength !== Number(head[1]) || checksum(json) !== head[2]) return null
  const parsed = journalEntryShape.safeParse(JSON.parse(json.toString('utf8')))
  return parsed.success ? parsed.data : null
}

function checksum(bytes: Buffer): string {
  return crc32(bytes).toString(16).padStart(8, '0')
}
