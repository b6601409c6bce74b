import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createLog } from '../../src/backend/config/createLog'
import type { Database } from '../../src/backend/db/database'
import { openServer } from '../../src/backend/db/openServer'
import { noHint } from '../../src/protocol/sync/pull'
import type { Hint } from '../../src/protocol/sync/pull'
import { addTicket } from '../fixtures/backendWorld'
import { startPostgresServer } from '../fixtures/postgresServer'
import type { PostgresServer } from '../fixtures/postgresServer'
import { emptyDatabase, openTestBackend } from './testBackend'
import type { TestBackend, TestDesk } from './testBackend'

const log = createLog({ write: () => undefined })

describe('two backends on one PostgreSQL server', () => {
  let server: PostgresServer
  let databases: readonly Database[]
  let here: TestBackend
  let there: TestBackend
  let desk: TestDesk

  beforeAll(async () => {
    server = await startPostgresServer()
    databases = await Promise.all([openServer(server.url, log), openServer(server.url, log)])
  })
  afterAll(async () => {
    await Promise.all(databases.map(async (each) => each.close()))
    await server.stop()
  })
  beforeEach(async () => {
    const [first, second] = databases
    if (first === undefined || second === undefined) throw new Error('two databases were opened')
    await emptyDatabase(first)
    here = await openTestBackend(first)
    there = await openTestBackend(second)
    desk = await here.desk()
    return async () => {
      await here.close()
      await there.close()
    }
  })

  const ask = async ({ epoch, seq, scopeV }: Hint): Promise<Hint> => {
    const headers = { authorization: `Bearer ${desk.grant.accessToken}` }
    return (await here.app.inject({ url: '/api/sync/wait', query: { epoch, seq: String(seq), scopeV: String(scopeV) }, headers })).json<Hint>()
  }

  it('a desk at one is told of what a desk at the other did', async () => {
    const { id } = await addTicket(there.database)
    const known = await ask(noHint)
    const hint = ask(known)
    const other = await there.desk({ name: 'Lee Park' })
    await other.push(other.intent('addNote', { ticketId: id, eventId: crypto.randomUUID(), text: 'Written at the other backend' }))
    let latest = await hint
    const { cursor } = await other.pull(null)
    while (latest.seq < cursor.seq) latest = await ask(latest)
    expect(latest).toEqual({ epoch: cursor.epoch, seq: cursor.seq, scopeV: cursor.scopeV })
  })

  it('the look at the head finds what a cut listening connection missed, without anybody’s help', async () => {
    const known = await ask(noHint)
    const hint = ask(known)
    // Both listening connections are cut, and the commit follows before either is opened anew.
    await here.database.queries.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen %'`)
    const { rev } = await addTicket(there.database)
    expect(await hint).toEqual({ ...known, seq: rev })
  })

  it('P8 of 20 desks at two backends that claim one ticket at once exactly one gets it', async () => {
    const { id } = await addTicket(here.database)
    const desks = await Promise.all(Array.from({ length: 20 }, async (_, nth) => (nth % 2 === 0 ? here : there).desk({ name: `Engineer ${nth}` })))
    const answers = await Promise.all(desks.map(async (each) => each.push(each.intent('claim', { ticketId: id, eventId: crypto.randomUUID() }))))
    const outcomes = answers.map((answer) => answer.json<{ results: { outcome: string }[] }>().results[0]?.outcome)
    expect(outcomes.filter((outcome) => outcome === 'applied')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'refused')).toHaveLength(19)
  })
})
