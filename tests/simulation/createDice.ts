/** Seeded chance: the same seed throws the same numbers. */
export interface Dice {
  /** In [0, 1). */
  readonly throw: () => number
  /** A whole number in [0, n). */
  readonly below: (n: number) => number
  readonly chance: (probability: number) => boolean
  readonly uuid: () => string
}

/** A 32-bit generator (mulberry32), enough to vary a simulation. */
export const createDice = (seed: number): Dice => {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number): number => Math.floor(next() * n)
  const hex = (digits: number): string => Array.from({ length: digits }, () => below(16).toString(16)).join('')
  return {
    throw: next,
    below,
    chance: (probability) => next() < probability,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
  }
}
