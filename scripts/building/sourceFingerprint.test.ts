import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sourceFingerprint } from './sourceFingerprint.mjs'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fingerprint-test-'))
  mkdirSync(join(root, 'src', 'main'), { recursive: true })
  writeFileSync(join(root, 'src', 'main', 'index.ts'), 'one')
  writeFileSync(join(root, 'package.json'), '{}')
})
afterEach(() => rmSync(root, { recursive: true }))

const take = (): string => sourceFingerprint(root, ['src', 'package.json', 'not-there.json'])

describe('sourceFingerprint', () => {
  it('stays the same when nothing changes, also when a file is written again', () => {
    const before = take()
    writeFileSync(join(root, 'src', 'main', 'index.ts'), 'one')
    expect(take()).toBe(before)
  })

  it('changes with a content, a name, and a file that comes or goes', () => {
    const seen = [take()]
    writeFileSync(join(root, 'src', 'main', 'index.ts'), 'two')
    seen.push(take())
    renameSync(join(root, 'src', 'main', 'index.ts'), join(root, 'src', 'main', 'start.ts'))
    seen.push(take())
    writeFileSync(join(root, 'not-there.json'), '{}')
    seen.push(take())
    rmSync(join(root, 'package.json'))
    seen.push(take())
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('does not ask for a new build when only a test changes', () => {
    const before = take()
    writeFileSync(join(root, 'src', 'main', 'index.test.ts'), 'a test')
    expect(take()).toBe(before)
  })
})
