/**
 * Gives the process that runs Vitest what Node 22 has and Node 20 lacks: Vitest 5 uses it when it prints a
 * file that did not load, and would die there and show nothing. The workers that run the tests stay as
 * they are, so that product code cannot lean on it.
 */
export function completeNode20() {
  define(Map, 'groupBy', groupIntoMap)
  define(Object, 'groupBy', (/** @type {Iterable<unknown>} */ items, /** @type {(item: unknown, index: number) => PropertyKey} */ keyOf) =>
    Object.fromEntries(groupIntoMap(items, keyOf)),
  )
  define(Promise, 'withResolvers', () => {
    /** @type {{ promise?: Promise<unknown>, resolve?: (value: unknown) => void, reject?: (reason: unknown) => void }} */
    const parts = {}
    parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }))
    return parts
  })
}

/**
 * @template T, K
 * @param {Iterable<T>} items
 * @param {(item: T, index: number) => K} keyOf
 * @returns {Map<K, T[]>}
 */
function groupIntoMap(items, keyOf) {
  /** @type {Map<K, T[]>} */
  const groups = new Map()
  let index = 0
  for (const item of items) {
    const key = keyOf(item, index)
    index += 1
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}

/**
 * @param {object} owner
 * @param {string} name
 * @param {unknown} value
 */
function define(owner, name, value) {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, configurable: true, writable: true })
}
