/** Least, middle and most of a series, in the unit of its values. */
export interface Summary {
  readonly n: number
  readonly min: number
  readonly median: number
  readonly p99: number
  readonly max: number
}

/** Sums a series up; throws on an empty one, since a figure of nothing is not a figure. */
export const summarize = (values: readonly number[]): Summary => {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number): number => {
    const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
    if (value === undefined) throw new Error('nothing was measured')
    return value
  }
  return { n: sorted.length, min: at(0), median: at(0.5), p99: at(0.99), max: at(1) }
}

/** One row of a bench table, milliseconds to one decimal. */
export const sayRow = (name: string, summary: Summary): string => {
  const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 0).padStart(8)
  return `${name.padEnd(44)} n=${String(summary.n).padEnd(4)} min ${ms(summary.min)}  median ${ms(summary.median)}  p99 ${ms(summary.p99)}  max ${ms(summary.max)} ms`
}

/** Prints a ratio against its bound and answers whether it is met. */
export const judgeRatio = (name: string, ratio: number, bound: number): boolean => {
  const met = ratio <= bound
  console.log(`${name.padEnd(44)} ratio ${ratio.toFixed(2)} (target ≤ ${bound.toFixed(2)}): ${met ? 'met' : 'MISSED'}`)
  return met
}
