import { z } from 'zod'
import { idShape, revShape } from '../shapes'
import { commandResultShape } from '../commands/push'

/** Names of scopes travel as text: a desk keeps those it does not know, for its next version. */
const scopeNames = z.array(z.string().max(60)).max(50)

/**
 * Where a desk has got to. Opaque to the desk: stored and sent back as it came, whatever a later backend put in it
 * (sync.md, Cursor). It opens nothing: what the engineer may read is looked up at each pull.
 */
export const cursorShape = z.looseObject({
  epoch: z.uuid(),
  seq: z.int().min(0),
  scopeV: z.int().min(0),
  /** The version of the wire of the desk that holds the rows. */
  schema: z.int().min(1),
  /** The scopes that the desk's rows cover up to `seq`; absent in cursors of wire version 1. */
  scopes: scopeNames.exactOptional(),
  /** A scope that is being filled behind `seq`, and how far; null when none is. */
  backfill: z.object({ scope: z.string().max(60), seq: z.int().min(0) }).nullable().exactOptional(),
})
export type Cursor = z.infer<typeof cursorShape>

/** `POST /api/sync/pull`. A null cursor asks for everything from the start. */
export const pullRequestShape = z.object({
  device: idShape,
  /** The version of the wire that the desk speaks. */
  schema: z.int().min(1).default(1),
  cursor: cursorShape.nullable(),
  /** At most about this many rows; a transaction is never split over pages. */
  limit: z.int().min(1).max(5_000).default(1_000),
})
export type PullRequest = z.input<typeof pullRequestShape>

/**
 * The state of what changed after the cursor: rows, not history. `reset` says that the cursor was of another
 * epoch or too old and that this page begins anew: the desk drops its confirmed rows with this page, never its outbox.
 */
export const pullResponseShape = z.object({
  reset: z.boolean(),
  cursor: cursorShape,
  more: z.boolean(),
  /** Tables this engineer may not read any more: emptied before anything else of the page is done, and their keys destroyed (P10). */
  purge: z.array(z.string()).exactOptional(),
  /** Rows are parsed one by one by the desk, so that one unreadable row cannot hide the others. */
  rows: z.array(z.object({ table: z.string(), row: z.record(z.string(), z.unknown()) })),
  tombstones: z.array(z.object({ table: z.string(), id: z.string(), rev: revShape })),
  /** Rows that left this desk's scopes: dropped, but not deleted for others. */
  evictions: z.array(z.object({ table: z.string(), id: z.string() })),
  /** Number of this device's last applied command, and the results the desk has not confirmed yet. */
  lastMut: z.int().min(0),
  results: z.array(commandResultShape),
})
export type PullResponse = z.infer<typeof pullResponseShape>

/** What SSE carries: only that there is something to pull. Losing one is harmless. */
export const hintShape = z.object({ epoch: z.uuid(), seq: z.int().min(0), scopeV: z.int().min(0) })
export type Hint = z.infer<typeof hintShape>

/**
 * `GET /api/sync/wait`, for desks whose line lets no event stream through: answers with a hint as soon as the head is not
 * the one the desk names, and with the same one after `holdSeconds`. One question a device is held.
 */
export const waitQueryShape = z.object({ epoch: z.uuid(), seq: z.coerce.number().int().min(0), scopeV: z.coerce.number().int().min(0) })

/** What a desk that has heard nothing yet names. */
export const noHint: Hint = { epoch: '00000000-0000-0000-0000-000000000000', seq: 0, scopeV: 0 }

/** How long a question is held: shorter than `watchdogSeconds`, or a desk could not tell a quiet backend from a frozen one. */
export const holdSeconds = 14

/** A stream that has brought no ping for so long after it was asked for is held back by something on the way. */
export const firstPingSeconds = 10

/** Seconds between pings on the hint stream; a desk that heard nothing for `watchdogSeconds` reconnects. */
export const pingSeconds = 8
export const watchdogSeconds = 20
