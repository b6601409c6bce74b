import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** A file of the repository; `path` has forward slashes and starts at the root. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

const leaveOut = new Set(['node_modules', 'out', 'dist', 'coverage', 'test-results', '.git'])

const walk = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (leaveOut.has(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? walk(path) : [path]
  })

/** Every path under `folder`. */
export const pathsUnder = (folder: string): readonly string[] => walk(folder).map((path) => relative(root, join(root, path)).split(sep).join('/'))

/** Every file under `folder` whose name matches. */
export const sourceFiles = (folder: string, matching: RegExp): readonly SourceFile[] =>
  pathsUnder(folder)
    .filter((path) => matching.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

/** Tests and what only tests import; they may import everything, and nothing else may import them. */
export const isTest = (path: string): boolean => /\.test\.tsx?$|\/(?:testing|fixtures)\//.test(path)
