import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { Logger } from 'pino'
import { pingSeconds } from '../../protocol/sync/pull'
import { setRealTimer } from '../daemons/setTimer'
import type { SetTimer } from '../daemons/setTimer'
import type { Database, Now } from '../db/database'
import { deskSession, device, engineer } from '../db/schema'
import { syncHeadNow } from '../reads/syncHeadNow'

/** Why a stream is ended: its session is over, or it could not begin, or this backend stops. */
export type HintStreamEnd = 'sessionEnded' | 'broken' | 'stopping'

/** One desk that is told of commits: an open stream, or a held question. */
export interface HintStream {
  readonly family: string
  readonly send: (event: 'hint' | 'ping', data: unknown) => void
  readonly close: (why: HintStreamEnd) => void
}

/** Every open hint stream of this process. */
export interface HintHub {
  /** Adds a stream and sends it the first hint. Answers how to remove it. */
  readonly add: (stream: HintStream) => Promise<() => void>
  /** Closes the streams of a family of sessions at once (P46). */
  readonly closeFamily: (family: string) => void
  readonly destroy: () => void
}

/**
 * Tells desks after each commit that there is something to pull; commits that come while it is telling are told
 * together. Before each telling and each ping it closes the streams whose session has ended, whose engineer was disabled, or whose desk was revoked.
 */
export const createHintHub = (parts: {
  readonly database: Database
  readonly now: Now
  readonly log: Logger
  /** Milliseconds between pings; only tests give another. */
  readonly pingEvery?: number
  readonly setTimer?: SetTimer
}): HintHub => {
  const { database, now, log, pingEvery = pingSeconds * 1000, setTimer = setRealTimer } = parts
  const streams = new Set<HintStream>()
  let telling = false
  let again = false

  const drop = (stream: HintStream, why: HintStreamEnd): void => {
    streams.delete(stream)
    stream.close(why)
  }

  const closeEnded = async (): Promise<void> => {
    const families = [...new Set([...streams].map((stream) => stream.family))]
    if (families.length === 0) return
    const live = await database.queries
      .selectDistinct({ family: deskSession.family })
      .from(deskSession)
      .innerJoin(engineer, eq(engineer.id, deskSession.engineerId))
      .innerJoin(device, and(eq(device.id, deskSession.deviceId), eq(device.engineerId, deskSession.engineerId)))
      .where(and(inArray(deskSession.family, families), isNull(deskSession.endedAt), gt(deskSession.refreshExpiresAt, now()), eq(engineer.active, true), isNull(device.revokedAt)))
    const liveFamilies = new Set(live.map(({ family }) => family))
    for (const stream of streams) if (families.includes(stream.family) && !liveFamilies.has(stream.family)) drop(stream, 'sessionEnded')
  }

  const tell = async (): Promise<void> => {
    if (telling) {
      again = true
      return
    }
    telling = true
    try {
      do {
        again = false
        if (streams.size === 0) break
        await closeEnded()
        const hint = await syncHeadNow(database.queries)
        for (const stream of streams) stream.send('hint', hint)
      } while (again)
    } catch (error) {
      log.warn({ err: error }, 'a commit could not be hinted; desks learn of it with the next one')
    } finally {
      telling = false
    }
  }

  const ping = async (): Promise<void> => {
    for (const stream of streams) stream.send('ping', {})
    try {
      await closeEnded()
    } catch (error) {
      log.warn({ err: error }, 'the sessions of hint streams could not be checked')
    }
  }

  const stopListening = database.onCommit(() => void tell())
  let stopPinging: () => void = () => undefined
  const pingLater = (): void => {
    stopPinging = setTimer(() => {
      pingLater()
      void ping()
    }, pingEvery)
  }
  pingLater()
  return {
    add: async (stream) => {
      streams.add(stream)
      try {
        stream.send('hint', await syncHeadNow(database.queries))
      } catch (error) {
        log.warn({ err: error }, 'a hint stream could not begin; its desk reconnects')
        drop(stream, 'broken')
      }
      return () => void streams.delete(stream)
    },
    closeFamily: (family) => {
      for (const stream of streams) if (stream.family === family) drop(stream, 'sessionEnded')
    },
    destroy: () => {
      stopListening()
      stopPinging()
      for (const stream of streams) drop(stream, 'stopping')
    },
  }
}
