import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { protocolVersion } from '../../src/protocol/protocolVersion'
import { pathsUnder, root } from './sourceFiles'

const stored = join(root, 'tests/architecture/protocolHash.json')
const storedShape = z.object({ version: z.int(), hash: z.string() })

/** Schemas found in an export: itself, or the values of a record or list of them, with the names that lead there. */
const schemasIn = (name: string, value: unknown): readonly (readonly [string, z.ZodType])[] => {
  if (value instanceof z.ZodType) return [[name, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => schemasIn(`${name}.${key}`, inner))
}

/** JSON with the keys of every object, and the names of required fields, in order: moving a line changes nothing. */
const sortedJson = (value: unknown): string =>
  JSON.stringify(value, (key, inner: unknown) => {
    if (key === 'required' && Array.isArray(inner)) return inner.map(String).toSorted()
    return typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner
  })

const hashOf = (schemas: readonly (readonly [string, z.ZodType])[]): string => {
  const described = schemas.map(([name, schema]) => [name, z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input', reused: 'inline' })])
  return createHash('sha256').update(sortedJson(Object.fromEntries(described))).digest('hex')
}

const protocolSchemas = async () => {
  const paths = pathsUnder('src/protocol').filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  const modules = await Promise.all(paths.map(async (path) => [path, (await import(join(root, path))) as Record<string, unknown>] as const))
  return modules.flatMap(([path, exported]) => Object.entries(exported).flatMap(([name, value]) => schemasIn(`${path}:${name}`, value)))
}

test('the wire has not changed without its number', async () => {
  const schemas = await protocolSchemas()
  expect(schemas.length).toBeGreaterThan(30)
  const hash = hashOf(schemas)
  if (process.env['UPDATE_PROTOCOL_HASH'] === '1') writeFileSync(stored, `${JSON.stringify({ version: protocolVersion, hash }, null, 2)}\n`)
  const kept = storedShape.parse(JSON.parse(readFileSync(stored, 'utf8')))
  expect(
    kept,
    'A schema of src/protocol changed. Raise protocolVersion by one and say why in its history (not needed while the version is unreleased), then store the new hash with UPDATE_PROTOCOL_HASH=1 npx vitest run --project architecture protocolHash.',
  ).toEqual({ version: protocolVersion, hash })
})

test('control: another field, another type and another limit each change the hash; the order of fields does not', () => {
  const hash = (schema: z.ZodType): string => hashOf([['a', schema]])
  const before = hash(z.object({ a: z.string(), b: z.int().max(5) }))
  expect(hash(z.object({ b: z.int().max(5), a: z.string() }))).toBe(before)
  expect(hash(z.object({ a: z.string(), b: z.int().max(5), c: z.boolean() }))).not.toBe(before)
  expect(hash(z.object({ a: z.number(), b: z.int().max(5) }))).not.toBe(before)
  expect(hash(z.object({ a: z.string(), b: z.int().max(6) }))).not.toBe(before)
})
