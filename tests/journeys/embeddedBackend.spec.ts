import { expect } from '@playwright/test'
import type { DeskApi } from '../../src/protocol/ipc/deskApi'
import type { BackendDescription } from '../../src/protocol/ipc/messages'
import type { RunningDesk } from './lib/launchDesk'
import { test } from './lib/world'

/** An empty database is laid at the first start, which takes a while on a busy machine. */
const UP_MS = 120_000

const describeBackend = ({ window }: RunningDesk): Promise<BackendDescription> =>
  window.evaluate(() => (globalThis as unknown as { desk: DeskApi }).desk.backend.describe())

const backendProcessId = ({ app }: RunningDesk): Promise<number | undefined> =>
  app.evaluate(({ app: electron }) => electron.getAppMetrics().find(({ name }) => name === 'Engineer Console backend')?.pid)

async function listening(desk: RunningDesk): Promise<BackendDescription> {
  await expect.poll(async () => (await describeBackend(desk)).state, { timeout: UP_MS }).toBe('listening')
  return describeBackend(desk)
}

test('P5 the backend inside the desk comes back at the same address after a kill and after a restart', async ({ world }) => {
  test.setTimeout(3 * UP_MS)
  const desk = await world.startDesk({ backend: 'embedded' })
  const first = await listening(desk)
  expect(first).toMatchObject({ mode: 'embedded', demo: null, detail: '' })

  const killed = await backendProcessId(desk)
  if (killed === undefined) throw new Error('The embedded backend has no process.')
  process.kill(killed, 'SIGKILL')
  await expect.poll(() => backendProcessId(desk), { timeout: UP_MS }).not.toBe(killed)
  expect(await listening(desk)).toMatchObject({ url: first.url, smtpPort: first.smtpPort })

  const last = await backendProcessId(desk)
  await desk.close()
  // The process may stand in the table for a moment after it ended.
  await expect(() => expect(() => process.kill(last ?? 0, 0), 'the desk leaves no backend behind').toThrow(/ESRCH/)).toPass({ timeout: 5_000 })

  const again = await world.startDesk({ backend: 'embedded' })
  const { url } = await listening(again)
  expect(url).toBe(first.url)
  const health = await again.window.evaluate(async (address) => ((await (await fetch(`${address}/api/health`)).json()) as { product: string }).product, url)
  expect(health).toBe('engineer-console')
  await again.close()
})
