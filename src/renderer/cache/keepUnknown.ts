const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What was read of a row, with the fields that this version does not know as they came, at any depth: a later version
 * finds them there without asking again (sync.md, Versions). Lists that reading made longer or shorter stay as read.
 */
export const keepUnknown = <T>(came: unknown, read: T): T => {
  if (Array.isArray(came) && Array.isArray(read)) {
    return came.length === read.length ? (read.map((each: unknown, at) => keepUnknown(came[at], each)) as T) : read
  }
  if (!isObject(came) || !isObject(read)) return read
  const known = Object.entries(read).map(([field, value]): [string, unknown] => [field, Object.hasOwn(came, field) ? keepUnknown(came[field], value) : value])
  return { ...came, ...Object.fromEntries(known) } as T
}
