/** An open file of the journal, as Node gives it. */
export interface JournalFile {
  readonly truncate: (bytes: number) => Promise<void>
  readonly write: (from: Buffer, offset: number, bytes: number, position: number) => Promise<{ readonly bytesWritten: number }>
  readonly writeFile: (content: Buffer) => Promise<void>
  /** Answers when the content is on the disk. */
  readonly datasync: () => Promise<void>
  /** Answers when content and name are on the disk. */
  readonly sync: () => Promise<void>
  readonly close: () => Promise<void>
}

/** The part of `node:fs/promises` that the journal uses. */
export interface JournalDisk {
  readonly open: (path: string, flags: string, mode?: number) => Promise<JournalFile>
  readonly readFile: (path: string) => Promise<Buffer>
  readonly rename: (from: string, to: string) => Promise<void>
}
