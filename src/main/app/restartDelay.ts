const FIRST_MS = 500
const LONGEST_MS = 30_000
/** Somebody who ran this long without a failure starts afresh. */
const STEADY_MS = 60_000

/**
 * How long to wait before starting again what has just ended, in milliseconds: half a second, doubled for each failure
 * that followed the one before within a minute, at most half a minute.
 * @param failures when it ended, oldest first, in milliseconds of one clock; the last is the one just now
 */
export function restartDelay(failures: readonly number[]): number {
  let inRow = 0
  for (let i = failures.length - 1; i > 0; i -= 1) {
    if ((failures[i] ?? 0) - (failures[i - 1] ?? 0) > STEADY_MS) break
    inRow += 1
  }
  return Math.min(FIRST_MS * 2 ** inRow, LONGEST_MS)
}
