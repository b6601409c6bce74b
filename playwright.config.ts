import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/bootstrap/findExecutable.mjs'

const chromium = findChromium()

/**
 * Journeys: the desk in real Electron, the portal in the machine's own Chromium, one spec at a time.
 * No retries: a journey that passes the second time has found something.
 */
export default defineConfig({
  testDir: 'tests/journeys',
  globalSetup: './tests/journeys/lib/demoTemplate.ts',
  outputDir: 'test-results',
  workers: 1,
  retries: 0,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['./tests/reporters/playwrightPlainReporter.ts']],
  use: {
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
