import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './sourceFiles'
import type { SourceFile } from './sourceFiles'

// Written in halves, so that this file does not name them itself.
const words = [
  ['/wo', 'rk/'],
  ['/tmp/', 'w/'],
  ['/home/', 'runner'],
  ['artifact', 'ory'],
  ['npm', '-proxy'],
  ['//regis', 'try.'],
].map((halves) => halves.join(''))

const binary = /\.(?:png|ico|icns|ogg|wav|woff2)$/

const namesMachine = (files: readonly SourceFile[]): readonly string[] =>
  files.flatMap(({ path, text }) => words.filter((word) => text.includes(word)).map((word) => `${path} names ${word}, which exists on one machine only`))

/** Tracked text files. The lock file's addresses are npm's own, put there by npm. */
const tracked = (): readonly SourceFile[] =>
  execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 })
    .split('\0')
    .filter((path) => path !== '' && !binary.test(path) && path !== 'package-lock.json')
    .flatMap((path) => {
      try {
        return [{ path, text: readFileSync(join(root, path), 'utf8') }]
      } catch (error) {
        // Deleted but not yet committed.
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
        throw error
      }
    })

test('no tracked file names a place or a host of one machine', () => {
  expect(namesMachine(tracked())).toEqual([])
})

test('control: a path of a machine is complained about', () => {
  expect(namesMachine([{ path: 'a.ts', text: `const folder = '${words.at(0)}main'` }])).toHaveLength(1)
})
