import type { Instant } from '../calendar/time'

/** A file that came with a ticket or a message. The bytes stay at the backend; `name` is already made safe. */
export interface Attachment {
  readonly id: string
  readonly rev: number
  readonly ticketId: string
  readonly eventId: string
  readonly name: string
  /** By content, not by name. */
  readonly mediaType: string
  /** In bytes. */
  readonly size: number
  readonly sha256: string
  readonly createdAt: Instant
}
