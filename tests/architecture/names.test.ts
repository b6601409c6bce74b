import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { withoutComments } from './importsOf'
import { nameExceptions } from './nameExceptions'
import { isTest, sourceFiles } from './sourceFiles'
import type { SourceFile } from './sourceFiles'

const vague = /(?:^|[a-z])(?:utils?|helpers?|managers?|misc|common)$/i

const stem = (path: string): string => basename(path).replace(/\.(?:d\.)?tsx?$/, '')

const exportsOf = (text: string): readonly string[] => {
  const code = withoutComments(text)
  const declared = [...code.matchAll(/^export\s+(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(?:const|let|function\*?|class|interface|type|enum)\s+([A-Za-z_$][\w$]*)/gm)].map(([, name = '']) => name)
  // `export { a, b as c }` and `export const { a, b: c } = …`
  const listed = [...code.matchAll(/^export\s+(?:type\s+|const\s+)?\{([^}]*)\}/gm)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim().replace(/^type\s+/, '').split(/\s+as\s+|\s*:\s*/).at(-1) ?? ''),
  )
  return [...declared, ...listed]
}

/** The stem itself, or a verb or a noun around it: `appMenu.ts` may export `setAppMenu`. */
const bears = (name: string, of: string): boolean => {
  const plain = name.replaceAll('_', '').toLowerCase()
  return plain.startsWith(of.toLowerCase()) || plain.endsWith(of.toLowerCase())
}

const excused = (path: string): boolean => nameExceptions.some(({ path: pattern }) => pattern.test(path))

const badlyNamed = (files: readonly SourceFile[]): readonly string[] =>
  files.flatMap(({ path, text }) => {
    const faults: string[] = []
    if (vague.test(stem(path))) faults.push(`${path}: the name says nothing; name it after what it does`)
    if (/^export\s+default\b|\bas\s+default\b/m.test(withoutComments(text))) faults.push(`${path}: default export; export it by name`)
    if (/^export\s+(?:const\s+)?enum\b/m.test(withoutComments(text))) faults.push(`${path}: enum; use a union of literals`)
    if (/^export\s+(?:interface|type)\s+I[A-Z][a-z]/m.test(withoutComments(text))) faults.push(`${path}: a type with the prefix I; use the noun alone`)
    if (!excused(path) && !exportsOf(text).some((name) => bears(name, stem(path)))) {
      faults.push(`${path}: bears the name of none of its exports (${exportsOf(text).join(', ') || 'none'})`)
    }
    return faults
  })

const files = sourceFiles('src', /\.(?:ts|tsx)$/).filter(({ path }) => !isTest(path))

test('every file bears the name of its main export, and exports by name', () => {
  expect(badlyNamed(files)).toEqual([])
})

test('no folder has a vague name', () => {
  expect(files.filter(({ path }) => path.split('/').some((part) => vague.test(part)))).toEqual([])
})

test('every exception is still needed', () => {
  expect(nameExceptions.filter(({ path }) => !files.some((file) => path.test(file.path))).map(({ reason }) => reason)).toEqual([])
})

test.each([
  ['src/domain/queue/orderQueue.ts', 'export const sortQueue = 1'],
  ['src/domain/queue/utils.ts', 'export const utils = 1'],
  ['src/domain/queue/orderQueue.ts', 'export const orderQueue = 1\nexport default orderQueue'],
  ['src/domain/ticket/ticket.ts', 'export interface ITicket {}\nexport type Ticket = ITicket'],
])('control: complains about %s with %s', (path, text) => {
  expect(badlyNamed([{ path, text }])).toHaveLength(1)
})
