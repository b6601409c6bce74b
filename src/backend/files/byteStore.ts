import type { Readable } from 'node:stream'

/** What is learned of a file while it is taken in. */
export interface FileFacts {
  /** By content, not by name. */
  readonly mediaType: string
  /** In bytes. */
  readonly size: number
  readonly sha256: string
}

/** What a file may be, and what it is called when it may not. */
export interface FileLimit {
  readonly name: string
  readonly maxBytes: number
}

/**
 * Where bytes lie, by the id the backend made. Every method rejects with a `StorageAwayError` when the place itself
 * cannot be reached or written.
 */
export interface ByteStore {
  /**
   * Answers once the bytes are durable. Past the limit it rejects with a `FileTooLargeError`; whatever it rejects with,
   * nothing is kept. What `content` fails with is passed on as it is.
   */
  readonly write: (id: string, content: Readable, limit: FileLimit) => Promise<FileFacts>
  /** Rejects with a `FileMissingError` when there are no such bytes. */
  readonly open: (id: string) => Promise<Readable>
  /** Removes the bytes, if there are any. */
  readonly remove: (id: string) => Promise<void>
  /** Answers when files can be stored and fetched. */
  readonly check: () => Promise<void>
}
