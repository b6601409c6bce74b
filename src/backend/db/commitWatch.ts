import { Client } from 'pg'
import type { Logger } from 'pino'
import type { Queries } from './database'
import { syncHead } from './schema'

/** The one fixed token that commits notify; it carries nothing. */
export const commitChannel = 'engineer_console_commit'

/** A notification may be lost with its connection; the head is looked at this often as a backstop. */
const backstopMilliseconds = 2_000

export interface CommitWatch {
  readonly close: () => Promise<void>
}

/**
 * Tells of commits by other backends on the same server: LISTEN for the quick word, a look at the head every two
 * seconds for the lost one. A broken listening connection is opened anew at the next look.
 */
export const watchCommits = (parts: {
  readonly databaseUrl: string
  readonly queries: Queries
  readonly tell: () => void
  readonly log: Logger
}): CommitWatch => {
  const { databaseUrl, queries, tell, log } = parts
  let listening: Client | undefined
  let last: string | undefined
  let closed = false

  const listen = async (): Promise<void> => {
    const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 })
    client.on('error', (error) => {
      log.warn({ reason: error.message }, 'the listening database connection broke')
      if (listening === client) listening = undefined
    })
    client.on('end', () => {
      if (listening === client) listening = undefined
    })
    client.on('notification', tell)
    await client.connect()
    await client.query(`listen ${commitChannel}`)
    if (closed) await client.end()
    else listening = client
  }

  const look = async (): Promise<void> => {
    try {
      if (!listening) await listen()
      // With the epoch: a restored backup may stand at the very number that was seen last.
      const [head] = await queries.select({ epoch: syncHead.epoch, seq: syncHead.seq }).from(syncHead)
      const seen = head && `${head.epoch} ${head.seq}`
      if (seen !== undefined && last !== undefined && seen !== last) tell()
      last = seen
    } catch (error) {
      if (!closed) log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'the database cannot be watched')
    }
  }

  let looking = look()
  const timer = setInterval(() => {
    looking = looking.then(look)
  }, backstopMilliseconds)
  return {
    close: async () => {
      closed = true
      clearInterval(timer)
      await looking
      await listening?.end()
    },
  }
}
