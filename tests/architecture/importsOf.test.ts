import { expect, test } from 'vitest'
import { importsOf } from './importsOf'

test('every way of importing is seen', () => {
  const seen = importsOf(`
import a from 'a'
import type { B } from "b"
import {
  c,
  type D,
} from '../c'
import * as e from 'e'
import './f.css'
export { g } from 'g'
export * from 'h'
const i = await import('i')
type J = typeof import('j')
const k = require('k')
import worker from './l.ts?worker'
import data from '../m.json' with { type: 'json' }
`)
  expect(seen.map(({ from }) => from).toSorted()).toEqual(['../c', '../m.json', './f.css', './l.ts', 'a', 'b', 'e', 'g', 'h', 'i', 'j', 'k'])
})

test('an import of types alone is told apart', () => {
  expect(importsOf("import type { A } from 'a'\nimport { type B, c } from 'b'\nexport type { D } from 'd'")).toEqual([
    { from: 'a', typeOnly: true },
    { from: 'b', typeOnly: false },
    { from: 'd', typeOnly: true },
  ])
})

test('comments and plain strings import nothing', () => {
  expect(importsOf(`// import a from 'a'\n/* export * from 'b' */\nconst text = "see http://example.org"\nconst c = 'import'`)).toEqual([])
})
