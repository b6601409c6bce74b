import type { Reporter, TestModule } from 'vitest/node'
import { reportCounts } from './reportCounts'

/** A file that could not be loaded, and an error outside any test, count as one failure each: a run must not look green because nothing ran. */
class VitestPlainReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    let passed = 0
    let failed = unhandledErrors.length
    for (const module of modules) {
      const failedBefore = failed
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === 'passed') passed += 1
        if (state === 'failed') failed += 1
      }
      if (failed === failedBefore && !module.ok()) failed += 1
    }
    reportCounts({ passed, failed })
  }
}

export default VitestPlainReporter
