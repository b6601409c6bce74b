import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { signInAtPortal } from './lib/portalCustomer'
import { people, signInAtDesk, test } from './lib/world'

const lena = 'lena.marchetti@harrowbay.example'

/** What stands in a reader's way on the page as it is now: rule and place, so that a failure says what to mend. */
const findObstacles = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`))
}

test('every screen of the desk can be read and named, in light and dark', async ({ world }) => {
  test.setTimeout(240_000)
  const backend = await world.startBackend()
  const { window } = await world.startDesk({ backend: backend.url })
  await expect(window.getByRole('textbox', { name: 'Password' })).toBeVisible()
  const look = async (screen: string): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect(await findObstacles(window), `${screen}, ${colorScheme}`).toEqual([])
    }
  }
  await look('sign-in')
  await signInAtDesk(window, people.engineer.email)
  await window.getByTestId('queue-row').first().click()
  await expect(window.getByTestId('customer-panel')).toContainText('Servers')
  await look('queue and ticket')
  await window.getByTestId('ticket-view').focus()
  for (const [key, name] of [['l', 'Log a call'], ['p', 'priority'], ['?', 'Keys']] as const) {
    await window.keyboard.press(key)
    await expect(window.getByRole('dialog')).toBeVisible()
    await look(`dialog: ${name}`)
    await window.keyboard.press('Escape')
    await expect(window.getByRole('dialog')).toHaveCount(0)
  }
  await window.keyboard.press('n')
  await look('internal note')
  await window.keyboard.press('Escape')
  await window.getByRole('navigation', { name: 'Desk' }).getByText('Settings').click()
  await expect(window.getByRole('heading', { name: 'Settings' })).toBeVisible()
  await look('settings')
})

test('every page of the portal can be read and named, in light and dark', async ({ world, browser }) => {
  const backend = await world.startBackend()
  const context = await browser.newContext()
  const page = await context.newPage()
  const look = async (): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await findObstacles(page), `${page.url()}, ${colorScheme}`).toEqual([])
    }
  }
  await page.goto(`${backend.url}/sign-in`)
  await look()
  await signInAtPortal(page, backend.url, lena)
  await expect(page.getByRole('heading', { name: 'Requests', level: 1 })).toBeVisible()
  await look()
  await page.goto(`${backend.url}/requests/new`)
  await look()
  await page.getByRole('button', { name: 'Submit request' }).click()
  await expect(page.getByRole('link', { name: /brief description is empty/i })).toBeVisible()
  await look()
})
