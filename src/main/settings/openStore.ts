import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import Store from 'electron-store'

export interface StoreParts<T> {
  /** Absolute folder of the file. */
  readonly folder: string
  /** File name without `.json`. */
  readonly name: string
  /** What a new file holds. */
  readonly defaults: T
  /** Answers the content when it is sound; throws when it is not. */
  readonly parse: (content: unknown) => T
  /** Told when a damaged file was put aside, with a sentence for the person. */
  readonly report: (sentence: string) => void
}

/** A small JSON file of the desk: read and replaced as a whole. */
export interface DeskStore<T> {
  readonly read: () => T
  readonly replace: (content: T) => void
}

/**
 * Opens a store. A file that is not JSON or does not parse is renamed to `<name>.damaged-<milliseconds>.json` beside
 * it, reported, and replaced by the defaults: a broken settings file must not keep an engineer from the queue.
 */
export function openStore<T extends object>({ folder, name, defaults, parse, report }: StoreParts<T>): DeskStore<T> {
  const path = join(folder, `${name}.json`)
  const problem = existsSync(path) ? problemWith(path, parse) : null
  if (problem !== null) {
    const aside = join(folder, `${name}.damaged-${Date.now()}.json`)
    renameSync(path, aside)
    report(`${path} was damaged (${problem}). The desk starts with default values; the old file is kept as ${aside}.`)
  }
  const file = new Store<Record<string, unknown>>({ cwd: folder, name, accessPropertiesByDotNotation: false })
  if (file.size === 0) file.store = asRecord(defaults)
  let current = parse(file.store)
  return {
    read: () => current,
    replace: (content) => {
      const sound = parse(content)
      file.store = asRecord(sound)
      current = sound
    },
  }
}

function asRecord(content: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(content))
}

function problemWith(path: string, parse: (content: unknown) => unknown): string | null {
  try {
    parse(JSON.parse(readFileSync(path, 'utf8')))
    return null
  } catch (error) {
    return error instanceof Error ? error.message.replaceAll(/\s+/g, ' ').slice(0, 200) : String(error)
  }
}
