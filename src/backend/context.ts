import type { Readable } from 'node:stream'
import type { Logger } from 'pino'
import type { Engineer } from '../domain/access/engineer'
import type { Ticket } from '../domain/ticket/ticket'
import type { TimelineEvent } from '../domain/ticket/timelineEvent'
import type { BackendConfig } from './config/backendConfig'
import type { StorageHealth } from './files/StorageWatch'
import type { MailboxHealth } from './mail/imap/ImapPoller'
import type { Database, Now, Queries, Touched } from './db/database'

/** A file received but not yet tied to a ticket: its bytes are durable, its name is made safe, its type is by content. */
export interface StagedFile {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  /** In bytes. */
  readonly size: number
  readonly sha256: string
}

/** Where the bytes of attachments live. */
export interface FileStore {
  /**
   * Answers once the bytes are durable. Past `maxBytes` it fails with `FileTooLargeError`, without storage with
   * `StorageAwayError`, and keeps nothing. A file that nothing comes to own within a day is removed.
   */
  readonly stage: (content: Readable, name: string, maxBytes?: number) => Promise<StagedFile>
  /** Fails with `FileMissingError` or `StorageAwayError`. */
  readonly open: (id: string) => Promise<Readable>
  /** Removes a staged file, unless something owns it. Never fails: what cannot be removed now is removed later. */
  readonly discard: (id: string) => Promise<void>
}

/** The sender of queued mail. */
export interface OutgoingMail {
  /** Says that a committed transaction queued something: look now instead of at the next round. */
  readonly wake: () => void
}

/** An engineer's reply that was just stored, for whoever tells the customer about it. */
export interface StoredReply {
  readonly ticket: Ticket
  readonly event: TimelineEvent
  readonly engineer: Engineer
}

/** Runs inside the transaction that stores a reply; what it throws rolls the reply back. */
export type OnReply = (tx: Queries, touched: Touched, reply: StoredReply) => Promise<void>

/** The parts every room of the backend is given, built once in `app.ts`; a test replaces one of them. */
export interface BackendContext {
  readonly database: Database
  readonly now: Now
  readonly config: BackendConfig
  readonly files: FileStore
  readonly mail: OutgoingMail
  readonly log: Logger
  readonly onReply: OnReply
  /** How the polled mailbox fares; null or absent when none is polled. */
  readonly mailbox?: () => MailboxHealth | null
  /** How the place of the files fares. */
  readonly storage?: () => StorageHealth
}
