/** What is the matter with the store: no room left, or a handle or files that do not work any more. */
export type StorageTrouble = 'full' | 'broken'

const brokenNames: ReadonlySet<string> = new Set([
  'UnknownError',
  'InvalidStateError',
  'NotFoundError',
  'VersionError',
  'DatabaseClosedError',
  'OpenFailedError',
])

/** The names of an error and of everything it wraps: the store tells the cause of an aborted transaction inside. */
const namesOf = (error: unknown, depth = 0): readonly string[] => {
  if (typeof error !== 'object' || error === null || depth > 5) return []
  const { name, inner, cause, failures } = error as { readonly name?: unknown; readonly inner?: unknown; readonly cause?: unknown; readonly failures?: unknown }
  const within = [inner, cause, ...(Array.isArray(failures) ? (failures.slice(0, 3) as readonly unknown[]) : [])]
  return [...(typeof name === 'string' ? [name] : []), ...within.flatMap((each) => namesOf(each, depth + 1))]
}

/** Whether an error is the store's, and of which kind; null for any other. */
export const storageTroubleOf = (error: unknown): StorageTrouble | null => {
  const names = namesOf(error)
  if (names.includes('QuotaExceededError')) return 'full'
  return names.some((name) => brokenNames.has(name)) ? 'broken' : null
}
