import { cpSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { people, signInAtDesk, test } from './lib/world'

const written = 'Written before the store was lost.'

const phase = async (window: Page): Promise<string | null> => window.getByTestId('connection').getAttribute('data-phase')
/** In the timeline, where it stands once it is saved: the field one writes in holds the same words before. */
const notes = (window: Page) => window.locator('[data-testid="timeline-event"][data-kind="note"]').filter({ hasText: written })

/** Every file of the page's databases. */
const storeFiles = (profile: string): readonly string[] => {
  const folder = join(profile, 'IndexedDB')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)).filter((path) => statSync(path).isFile())
}

const spoil = {
  deleted: (profile: string): void => rmSync(join(profile, 'IndexedDB'), { recursive: true }),
  corrupt: (profile: string): void => {
    for (const path of storeFiles(profile)) writeFileSync(path, Buffer.alloc(statSync(path).size, 0xa5))
  },
} as const

test('P21 a desk whose store was deleted or corrupted fills itself from the backend and sends what the journal kept, without a person', async ({ world }) => {
  const backend = await world.startBackend()
  const desk = await world.startDesk({ backend: backend.url })
  await signInAtDesk(desk.window, people.engineer.email)
  await expect.poll(() => phase(desk.window), { timeout: 30_000 }).toBe('live')
  await backend.kill()
  const first = desk.window.getByTestId('queue-row').first()
  const number = await first.getAttribute('data-ticket-number')
  await first.click()
  await desk.window.getByRole('button', { name: 'Note' }).click()
  await desk.window.getByRole('textbox', { name: 'Internal note' }).fill(written)
  await desk.window.keyboard.press('Control+Enter')
  await expect(notes(desk.window)).toHaveCount(1)
  await desk.kill()

  await world.startBackend({ port: backend.port, smtpPort: backend.smtpPort })
  // Two copies of the desk as it died: to the backend they are one device, whose intent counts once.
  for (const [how, ruin] of Object.entries(spoil)) {
    await test.step(how, async () => {
      cpSync(world.folder('desk'), world.folder(how), { recursive: true })
      expect(storeFiles(world.folder(how)).length).toBeGreaterThan(0)
      ruin(world.folder(how))
      const { window, kill } = await world.startDesk({ backend: backend.url, profile: how })
      await signInAtDesk(window, people.engineer.email)
      await expect.poll(() => phase(window), { timeout: 30_000 }).toBe('live')
      await window.locator(`[data-testid="queue-row"][data-ticket-number="${String(number)}"]`).click()
      await expect(notes(window)).toHaveCount(1)
      await expect(window.getByTestId('connection')).toHaveAttribute('data-unsent', '0')
      await kill()
    })
  }
})
