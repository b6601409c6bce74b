import { expect, test } from 'vitest'
import { sourceFiles } from './sourceFiles'
import { rooms, throughWalls } from './walls'

const files = sourceFiles('src', /\.(?:ts|tsx)$/)

test('no import goes through a wall', () => {
  expect(files.length).toBeGreaterThan(50)
  expect(throughWalls(files)).toEqual([])
})

test('every folder of src is a room, and every room is there', () => {
  expect(new Set(files.map(({ path }) => path.split('/')[1]))).toEqual(new Set(Object.keys(rooms)))
})

test.each([
  ['the domain reaches for zod', 'src/domain/queue/a.ts', "import { z } from 'zod'"],
  ['the domain reaches for Node', 'src/domain/queue/a.ts', "import { readFileSync } from 'node:fs'"],
  ['the protocol reaches for the backend', 'src/protocol/sync/a.ts', "import type { x } from '../../backend/context'"],
  ['main knows a rule', 'src/main/tray/a.ts', "import { orderQueue } from '../../domain/queue/orderQueue'"],
  ['main imports the backend', 'src/main/app/a.ts', "const b = await import('../../backend/app')"],
  ['the renderer reaches for electron', 'src/renderer/app/a.tsx', "import { ipcRenderer } from 'electron'"],
  ['the renderer makes a schema of its own', 'src/renderer/sync/a.ts', "import { z } from 'zod'"],
  ['the renderer reaches for Node', 'src/renderer/app/a.tsx', "import 'node:path'"],
  ['the preload reaches for the domain', 'src/preload/a.ts', "export * from '../domain/ticket/ticket'"],
  ['the backend knows the desk', 'src/backend/sync/a.ts', "import { x } from '../../renderer/sync/syncLoop'"],
  ['the backend imports code of resources', 'src/backend/demo/a.ts', "import { x } from '../../../resources/demo/x'"],
  ['the product uses what is made for tests', 'src/domain/queue/a.ts', "import { exampleTicket } from '../fixtures/examples'"],
  ['a room nobody planned', 'src/shared/a.ts', ''],
])('control: complains when %s', (_what, path, text) => {
  expect(throughWalls([{ path, text }])).toHaveLength(1)
})

test('control: what is allowed passes', () => {
  expect(
    throughWalls([
      { path: 'src/domain/calendar/a.ts', text: "import { Temporal } from 'temporal-polyfill'\nimport { b } from './b'" },
      { path: 'src/backend/demo/a.ts', text: "import x from '../../../resources/demo/x.json' with { type: 'json' }\nimport { hash } from '@node-rs/argon2'" },
      { path: 'src/domain/calendar/a.test.ts', text: "import fc from 'fast-check'" },
    ]),
  ).toEqual([])
})
