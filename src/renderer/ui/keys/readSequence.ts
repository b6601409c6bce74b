/** How long the second key of `g q` may take, in milliseconds. */
const SEQUENCE_MS = 1_200

export interface SequenceState {
  readonly prefix: string
  readonly at: number
}

export interface SequenceReading {
  /** The binding that is complete, such as `j` or `g q`; null when none is. */
  readonly complete: string | null
  /** The first half of a longer binding, when one may follow. */
  readonly next: SequenceState | null
}

/**
 * Reads one key after another: a key alone, or the second half of a pair.
 * @param known all bindings that count now, such as `['j', 'g q']`
 * @param at milliseconds on any steady clock
 */
export function readSequence(state: SequenceState | null, key: string, known: readonly string[], at: number): SequenceReading {
  if (state !== null && at - state.at <= SEQUENCE_MS) {
    const pair = `${state.prefix} ${key}`
    if (known.includes(pair)) return { complete: pair, next: null }
  }
  if (known.some((binding) => binding.startsWith(`${key} `))) return { complete: null, next: { prefix: key, at } }
  return { complete: known.includes(key) ? key : null, next: null }
}
