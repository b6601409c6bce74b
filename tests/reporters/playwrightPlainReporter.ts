import type { FullResult, Reporter, Suite, TestError } from '@playwright/test/reporter'
import { reportCounts } from './reportCounts'

/** An error outside any test (a file that does not load, a global time-out) counts as one failure. */
class PlaywrightPlainReporter implements Reporter {
  private root: Suite | undefined
  private errorsOutsideTests = 0

  onBegin(_config: unknown, suite: Suite): void {
    this.root = suite
  }

  onError(_error: TestError): void {
    this.errorsOutsideTests += 1
  }

  onEnd(_result: FullResult): void {
    let passed = 0
    let failed = this.errorsOutsideTests
    for (const test of this.root?.allTests() ?? []) {
      const outcome = test.outcome()
      if (outcome === 'expected') passed += 1
      else if (outcome !== 'skipped' || wasCutShort(test.results)) failed += 1
    }
    reportCounts({ passed, failed })
  }

  printsToStdio(): boolean {
    return false
  }
}

/** Playwright calls a test that an interrupt or the global time-out stopped "skipped"; it was asked for and did not pass. */
function wasCutShort(results: readonly { readonly status: string }[]): boolean {
  return results.some((result) => result.status === 'interrupted')
}

export default PlaywrightPlainReporter
