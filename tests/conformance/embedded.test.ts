import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import type { Database } from '../../src/backend/db/database'
import { openEmbedded } from '../../src/backend/db/openEmbedded'
import { layTemplate } from '../fixtures/embeddedTemplate'
import { allSuites } from './suites/allSuites'

describe('the embedded engine', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'engineer-console-embedded-'))
  let database: Database

  beforeAll(async () => {
    layTemplate(inject('embeddedTemplate'), dataDir)
    database = await openEmbedded(dataDir)
  })
  afterAll(async () => {
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  allSuites(() => database)
})
