import type { Page } from '@playwright/test'
import type { BackendDescription } from '../../src/protocol/ipc/messages'
import type { DeskApi } from '../../src/protocol/ipc/deskApi'

/** A backend that listens, with its demo accounts. */
export type DemoBackend = { readonly url: string; readonly smtpPort: number; readonly demo: NonNullable<BackendDescription['demo']> }

const START_LIMIT_MS = 180_000

/** Waits until the desk's own backend listens; its first start lays the database and the demo world. */
export async function backendOf(window: Page): Promise<DemoBackend> {
  const deadline = performance.now() + START_LIMIT_MS
  for (;;) {
    const { url, smtpPort, demo, state, detail } = await window.evaluate(describeBackend)
    if (state === 'listening' && url !== null && smtpPort !== null && demo !== null) return { url, smtpPort, demo }
    if (state === 'listening') throw new Error('The backend listens, but without mail intake or without the demo world.')
    if (performance.now() > deadline) throw new Error(`The backend is not ready after ${START_LIMIT_MS / 1000} s (${state}). ${detail}`)
    await window.waitForTimeout(200)
  }
}

/** Runs inside the desk's page. */
function describeBackend(): Promise<BackendDescription> {
  return (globalThis as unknown as { readonly desk: DeskApi }).desk.backend.describe()
}
