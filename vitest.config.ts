import { defineConfig } from 'vitest/config'
import { completeNode20 } from './scripts/testing/completeNode20.mjs'

completeNode20()

const seconds = (n: number): number => n * 1000

/**
 * One project a room, so that `vitest run --project domain` runs what its owner needs and no more.
 * Two workers at most: a worker with an embedded database holds up to 880 MB.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ['default', './tests/reporters/vitestPlainReporter.ts'],
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    projects: [
      // Ten years of every zone take their time on a busy machine.
      { test: { name: 'domain', environment: 'node', include: ['src/domain/**/*.test.ts'], testTimeout: seconds(60) } },
      { test: { name: 'protocol', environment: 'node', include: ['src/protocol/**/*.test.ts'] } },
      {
        test: {
          name: 'backend',
          environment: 'node',
          globalSetup: ['tests/fixtures/embeddedTemplate.ts'],
          include: ['src/{backend,portal}/**/*.test.{ts,tsx}', 'tests/backend/**/*.test.ts'],
          testTimeout: seconds(30),
          hookTimeout: seconds(60),
        },
      },
      {
        test: {
          name: 'conformance',
          environment: 'node',
          globalSetup: ['tests/fixtures/embeddedTemplate.ts'],
          include: ['tests/{conformance,simulation,faults}/**/*.test.ts'],
          testTimeout: seconds(90),
          hookTimeout: seconds(120),
        },
      },
      { test: { name: 'main', environment: 'node', include: ['src/{main,preload}/**/*.test.ts'] } },
      {
        test: {
          name: 'renderer',
          environment: 'jsdom',
          setupFiles: ['fake-indexeddb/auto'],
          include: ['src/renderer/**/*.test.{ts,tsx}'],
        },
      },
      { test: { name: 'architecture', environment: 'node', include: ['tests/{architecture,mutants}/**/*.test.ts'], testTimeout: seconds(30) } },
      { test: { name: 'scripts', environment: 'node', include: ['scripts/**/*.test.ts', 'tests/reporters/**/*.test.ts'], testTimeout: seconds(30) } },
    ],
  },
})
