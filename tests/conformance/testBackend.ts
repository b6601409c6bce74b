import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { Instant } from '../../src/domain/calendar/time'
import type { Mutation } from '../../src/protocol/commands/push'
import { protocolVersion } from '../../src/protocol/protocolVersion'
import type { Cursor, PullResponse } from '../../src/protocol/sync/pull'
import type { SessionGrant } from '../../src/protocol/session/session'
import { createLog } from '../../src/backend/config/createLog'
import type { BackendContext } from '../../src/backend/context'
import type { SetTimer } from '../../src/backend/daemons/setTimer'
import type { Database } from '../../src/backend/db/database'
import { layFirstRows } from '../../src/backend/db/layFirstRows'
import { createHttp } from '../../src/backend/http/createHttp'
import { registerRoutes } from '../../src/backend/http/registerRoutes'
import { createHintHub } from '../../src/backend/sync/hintHub'
import { addEngineer, engineerPassword, worldStart } from '../fixtures/backendWorld'

/** A desk of a test: its session and its own count of intents. */
export interface TestDesk {
  readonly engineerId: string
  readonly device: string
  readonly grant: SessionGrant
  readonly pull: (cursor: Cursor | null, limit?: number) => Promise<PullResponse>
  readonly push: (...mutations: readonly Mutation[]) => Promise<LightMyRequestResponse>
  readonly intent: (name: Mutation['name'], args: unknown, overrides?: Partial<Mutation>) => Mutation
}

/** The backend's HTTP side over a database, with a clock the test sets. */
export interface TestBackend {
  readonly app: FastifyInstance
  readonly context: BackendContext
  readonly database: Database
  readonly setNow: (at: Instant) => void
  readonly replies: readonly string[]
  readonly post: (url: string, body: unknown, token?: string) => Promise<LightMyRequestResponse>
  readonly desk: (overrides?: Parameters<typeof addEngineer>[1]) => Promise<TestDesk>
  readonly close: () => Promise<void>
}

const quiet = { write: () => undefined }

/** Builds the real app over `database`; only the clock and what sends mail are the test's. */
export const openTestBackend = async (database: Database, pingEvery?: number, setTimer?: SetTimer): Promise<TestBackend> => {
  let now = worldStart
  const replies: string[] = []
  const context: BackendContext = {
    database,
    now: () => now,
    config: { host: '127.0.0.1', dataDir: '/nowhere', databaseUrl: null, smtpOut: null, publicUrl: () => 'http://127.0.0.1' },
    files: {
      stage: async () => Promise.reject(new Error('no files in this suite')),
      open: async () => Promise.reject(new Error('no files in this suite')),
      discard: async () => undefined,
    },
    mail: { wake: () => undefined },
    log: createLog(quiet),
    onReply: async (_tx, _touched, { event }) => void replies.push(event.id),
  }
  const hub = createHintHub({ database, now: context.now, log: context.log, ...(pingEvery === undefined ? {} : { pingEvery }) })
  const app = await createHttp(context)
  registerRoutes(app, context, hub, setTimer)
  await app.ready()

  const post: TestBackend['post'] = async (url, body, token) =>
    app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
      payload: JSON.stringify(body),
    })

  const desk: TestBackend['desk'] = async (overrides) => {
    const engineer = await addEngineer(database, overrides)
    const device = randomUUID()
    const signedIn = await post('/api/session', { email: engineer.email, password: engineerPassword, device: { id: device, name: 'test desk' } })
    const grant = signedIn.json<SessionGrant>()
    let mut = 0
    return {
      engineerId: engineer.id,
      device,
      grant,
      pull: async (cursor, limit = 1_000) => (await post('/api/sync/pull', { device, schema: protocolVersion, cursor, limit }, grant.accessToken)).json<PullResponse>(),
      push: async (...mutations) => post('/api/sync/push', { device, mutations }, grant.accessToken),
      intent: (name, args, more = {}) => ({ mut: ++mut, name, version: 1, args, base: {}, clientTime: now, ...more }),
    }
  }
  return {
    app,
    context,
    database,
    setNow: (at) => {
      now = at
    },
    replies,
    post,
    desk,
    close: async () => {
      hub.destroy()
      await app.close()
    },
  }
}

/** Empties every table and gives the database a new epoch, in milliseconds instead of a new engine. */
export const emptyDatabase = async (database: Database): Promise<void> => {
  await database.queries.execute(sql`
    do $$ declare names text; begin
      select string_agg(format('%I', tablename), ', ') into names from pg_tables where schemaname = 'public';
      execute 'truncate ' || names || ' cascade';
    end $$`)
  await layFirstRows(database)
}
