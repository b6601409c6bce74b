import { PGlite } from '@electric-sql/pglite'
import { eq, sql } from 'drizzle-orm'
import { migrate } from 'drizzle-orm/pglite/migrator'
import type { FastifyInstance } from 'fastify'
import { createLog } from '../../src/backend/config/createLog'
import type { BackendContext } from '../../src/backend/context'
import type { Database } from '../../src/backend/db/database'
import { layFirstRows } from '../../src/backend/db/layFirstRows'
import { migrationsFolder } from '../../src/backend/db/migrationsFolder'
import { device, deskSession, shift } from '../../src/backend/db/schema'
import { wrapEngine } from '../../src/backend/db/wrapEngine'
import { createHttp } from '../../src/backend/http/createHttp'
import { registerRoutes } from '../../src/backend/http/registerRoutes'
import { addCustomerMessage } from '../../src/backend/intake/addCustomerMessage'
import { grantSession } from '../../src/backend/sessions/grantSession'
import type { DeskSession } from '../../src/backend/sessions/deskSession'
import { createHintHub } from '../../src/backend/sync/hintHub'
import type { HintHub } from '../../src/backend/sync/hintHub'
import { createHintWaits } from '../../src/backend/sync/hintWaits'
import type { HintWaits } from '../../src/backend/sync/hintWaits'
import { syncHeadNow } from '../../src/backend/reads/syncHeadNow'
import type { Instant } from '../../src/domain/calendar/time'
import type { Hint } from '../../src/protocol/sync/pull'
import { addCustomer, addEngineer, addTicket, worldStart } from '../fixtures/backendWorld'
import { createDice } from './createDice'
import type { Dice } from './createDice'
import { keepTables, restoreTables } from './keepTables'
import type { SimClock } from './SimClock'

/** One engineer with a device and a session, there from the beginning. */
export interface SimSeat {
  readonly session: DeskSession
  readonly accessToken: string
}

/** What every run begins with. */
export interface SimWorld {
  readonly database: Database
  readonly seats: readonly SimSeat[]
  readonly ticketIds: readonly string[]
  readonly customers: readonly { readonly customerId: string; readonly siteId: string; readonly contactId: string }[]
  readonly close: () => Promise<void>
}

const mostDesks = 5
const tickets = 6
const farAway = (worldStart + 10 * 365 * 86_400_000) as Instant

/** Opens one engine in memory and fills it with the world that each run begins with. Takes seconds; runs share it. */
export const openSimWorld = async (): Promise<SimWorld> => {
  const engine = await PGlite.create({ startParams: [...PGlite.defaultStartParams, '-c', 'timezone=UTC'] })
  const { drizzled, database } = wrapEngine(engine, () => undefined)
  await migrate(drizzled, { migrationsFolder })
  await layFirstRows(database)
  const dice = createDice(7)
  const seats: SimSeat[] = []
  for (let nth = 1; nth <= mostDesks; nth += 1) {
    const engineer = await addEngineer(database, { id: dice.uuid(), name: `Engineer ${nth}`, role: 'administrator' })
    const session: DeskSession = { engineer, deviceId: dice.uuid(), family: dice.uuid() }
    const { value } = await database.write(async (tx) => {
      await tx.insert(device).values({ id: session.deviceId, engineerId: engineer.id, name: 'desk', lastMut: 0, createdAt: worldStart, seenAt: worldStart })
      return grantSession(tx, session, worldStart)
    })
    seats.push({ session, accessToken: value.accessToken })
  }
  await database.queries.update(deskSession).set({ accessExpiresAt: farAway, refreshExpiresAt: farAway })
  const customers: Awaited<ReturnType<typeof addCustomer>>[] = []
  for (let nth = 0; nth < 2; nth += 1) customers.push(await addCustomer(database, { id: dice.uuid() }))
  const ticketIds: string[] = []
  for (let nth = 0; nth < tickets; nth += 1) {
    const at = customers[nth % 3]
    const { id } = await addTicket(database, { id: dice.uuid(), ...(at === undefined ? {} : { customerId: at.customerId, siteId: at.siteId, contactId: at.contactId }) })
    ticketIds.push(id)
  }
  await keepTables(database, 'beginning')
  return { database, seats, ticketIds, customers, close: async () => engine.close() }
}

/** How the backend of one run misbehaves. */
export interface BackendFaults {
  /** Probability that a transaction is rolled back by a lost connection. */
  readonly rollsBack: number
  /** Probability that a transaction commits and the backend is told that its connection was lost. */
  readonly forgetsCommit: number
}

const connectionLost = (): Error => Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' })

const withFaults = (database: Database, dice: Dice, faults: BackendFaults): Database => ({
  ...database,
  write: async (work) => {
    if (dice.chance(faults.rollsBack)) {
      return database.write(async (tx, touched) => {
        await work(tx, touched)
        throw connectionLost()
      })
    }
    const commit = await database.write(work)
    if (commit.seq !== null && dice.chance(faults.forgetsCommit)) throw connectionLost()
    return commit
  },
})

/** The real backend over a run's virtual clock: its routes, its hints, its database. */
export class SimBackend {
  /** Rises with each stop: what was asked before is answered by nobody. */
  life = 0
  isUp = true
  hub: HintHub
  waits: HintWaits
  #app: FastifyInstance
  readonly #world: SimWorld
  readonly #context: BackendContext
  readonly #clock: SimClock

  private constructor(world: SimWorld, clock: SimClock, context: BackendContext, app: FastifyInstance) {
    this.#world = world
    this.#clock = clock
    this.#context = context
    this.#app = app
    this.hub = createHintHub({ database: world.database, now: context.now, log: context.log, setTimer: clock.setTimer })
    this.waits = createHintWaits(this.hub, clock.setTimer)
  }

  /** Puts the world back to its beginning and starts the backend on it. */
  static async start(world: SimWorld, clock: SimClock, dice: Dice, faults: BackendFaults): Promise<SimBackend> {
    await restoreTables(world.database, 'beginning', dice.uuid())
    const context: BackendContext = {
      database: withFaults(world.database, dice, faults),
      now: () => (worldStart + clock.now()) as Instant,
      config: { host: '127.0.0.1', dataDir: '/nowhere', databaseUrl: null, smtpOut: null, publicUrl: () => 'http://127.0.0.1' },
      files: {
        stage: async () => Promise.reject(new Error('there are no files in a simulation')),
        open: async () => Promise.reject(new Error('there are no files in a simulation')),
        discard: async () => undefined,
      },
      mail: { wake: () => undefined },
      log: createLog({ write: () => undefined }),
      onReply: async () => undefined,
    }
    const app = await createHttp(context)
    // Streams and held questions go to the hub of each life, past the routes.
    const hub: HintHub = { add: async () => Promise.reject(new Error('not by a route')), closeFamily: () => undefined, destroy: () => undefined }
    registerRoutes(app, context, hub, clock.setTimer)
    await app.ready()
    return new SimBackend(world, clock, context, app)
  }

  async answer(method: string, path: string, headers: Readonly<Record<string, string>>, body: string | null): Promise<{ readonly status: number; readonly body: string }> {
    const answer = await this.#app.inject({ method: method as 'GET' | 'POST', url: path, headers, ...(body === null ? {} : { payload: body }) })
    return { status: answer.statusCode, body: answer.body }
  }

  /** The process ends and begins again: streams, held questions and what was under way are gone, the database is not. */
  stop(): void {
    this.life += 1
    this.isUp = false
    this.hub.destroy()
  }

  begin(): void {
    if (this.isUp) return
    this.isUp = true
    this.hub = createHintHub({ database: this.#world.database, now: this.#context.now, log: this.#context.log, setTimer: this.#clock.setTimer })
    this.waits = createHintWaits(this.hub, this.#clock.setTimer)
  }

  async keep(as: string): Promise<void> {
    await keepTables(this.#world.database, as)
  }

  /** Restores what was kept; the backend must be stopped. */
  async restore(from: string, epoch: string): Promise<void> {
    await restoreTables(this.#world.database, from, epoch)
  }

  async head(): Promise<Hint> {
    return syncHeadNow(this.#world.database.queries)
  }

  /** A customer writes to a ticket, by the portal or by mail. */
  async customerWrites(ticketId: string, text: string, eventId: string): Promise<void> {
    const contactId = this.#world.customers[0]?.contactId
    if (contactId === undefined) throw new Error('the world has customers')
    await this.#world.database.write(async (tx, touched) =>
      addCustomerMessage(this.#context, tx, touched, { ticketId, contactId, text, via: 'portal', eventId, attachments: [] }),
    )
  }

  /** Somebody plans a shift, or deletes it when it is there already. */
  async changeRota(id: string): Promise<void> {
    const engineerId = this.#world.seats[0]?.session.engineer.id
    if (engineerId === undefined) throw new Error('the world has engineers')
    await this.#world.database.write(async (tx, touched) => {
      const gone = await tx.delete(shift).where(eq(shift.id, id)).returning({ id: shift.id })
      if (gone.length > 0) return touched.remove('shift', id)
      await tx.insert(shift).values({ id, engineerId, rank: 'primary', startsAt: worldStart, endsAt: farAway })
      touched.put('shift', id)
    })
  }

  /** What became of every intent ever sent, by its event: outcomes in the order they were stored. */
  async outcomes(): Promise<ReadonlyMap<string, readonly string[]>> {
    const { rows } = (await this.#world.database.queries.execute(sql`select args ->> 'eventId' as event, result ->> 'outcome' as outcome from command_log order by at, mut`)) as unknown as {
      rows: readonly { event: string | null; outcome: string }[]
    }
    const found = new Map<string, string[]>()
    for (const { event, outcome } of rows) if (event !== null) found.set(event, [...(found.get(event) ?? []), outcome])
    return found
  }

  async close(): Promise<void> {
    this.hub.destroy()
    await this.#app.close()
  }
}
