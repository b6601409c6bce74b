const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** The middle nine tenths: a collection of garbage or a busy neighbour is no answer about anybody. */
const trimmed = (values: readonly number[]): readonly number[] => values.toSorted((a, b) => a - b).slice(Math.floor(values.length * 0.05), Math.ceil(values.length * 0.95))

/** Welch's t: by how many standard errors the trimmed means of two samples differ. */
export const welchTest = (first: readonly number[], second: readonly number[]): { readonly deviations: number; readonly means: readonly [number, number] } => {
  const [a, b] = [trimmed(first), trimmed(second)]
  const [meanA, meanB] = [mean(a), mean(b)]
  const errorOf = (values: readonly number[], middle: number): number => mean(values.map((value) => (value - middle) ** 2)) / (values.length - 1)
  return { deviations: (meanA - meanB) / Math.sqrt(errorOf(a, meanA) + errorOf(b, meanB)), means: [meanA, meanB] }
}
