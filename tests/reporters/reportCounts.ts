import { writeFileSync } from 'node:fs'

/** How many tests one runner ran: a skipped test is in neither number. */
export type RunCounts = { readonly passed: number; readonly failed: number }

/**
 * Prints `N passed, N failed` alone on a line and, when `TEST_COUNTS_FILE` names a file, writes the
 * same two numbers there as JSON, so that a run of several runners can be added up.
 */
export function reportCounts(counts: RunCounts): void {
  process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed\n`)
  const file = process.env['TEST_COUNTS_FILE']
  if (file !== undefined && file !== '') writeFileSync(file, JSON.stringify(counts))
}
