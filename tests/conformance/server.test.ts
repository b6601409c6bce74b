import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLog } from '../../src/backend/config/createLog'
import type { Database } from '../../src/backend/db/database'
import { openServer } from '../../src/backend/db/openServer'
import { addTicket } from '../fixtures/backendWorld'
import { startPostgresServer } from '../fixtures/postgresServer'
import type { PostgresServer } from '../fixtures/postgresServer'
import { allSuites } from './suites/allSuites'

const log = createLog({ write: () => undefined })

describe('a PostgreSQL server', () => {
  let server: PostgresServer
  let database: Database

  beforeAll(async () => {
    server = await startPostgresServer()
    database = await openServer(server.url, log)
  })
  afterAll(async () => {
    await database.close()
    await server.stop()
  })
  allSuites(() => database)

  it('tells of commits that another backend made on it', async () => {
    const other = await openServer(server.url, log)
    try {
      const told = new Promise<void>((resolve) => {
        database.onCommit(resolve)
      })
      await addTicket(other)
      await told
      expect(other.engine).toBe('server')
    } finally {
      await other.close()
    }
  })

  it('is migrated once by two backends that start together', async () => {
    const both = await Promise.all([openServer(server.url, log), openServer(server.url, log)])
    expect(both).toHaveLength(2)
    await Promise.all(both.map(async (each) => each.close()))
  })
})
