import { expect } from '@playwright/test'
import { signInAtPortal, submitAtPortal } from './lib/portalCustomer'
import { people, signInAtDesk, test } from './lib/world'

const lena = 'lena.marchetti@harrowbay.example'
const overTheLimit = { name: 'dump.log', mimeType: 'text/plain', buffer: Buffer.alloc(26 * 1024 * 1024, 'x') }

test('wrong passwords, empty forms and files over the limit are told in words and change nothing', async ({ world, browser }) => {
  test.setTimeout(180_000)
  const backend = await world.startBackend()
  const page = await browser.newPage()

  await test.step('P45 a wrong password at the portal', async () => {
    await signInAtPortal(page, backend.url, lena, 'not the passphrase')
    await expect(page.getByText(/do not belong together/)).toBeVisible()
    await expect(page.getByLabel('E-mail address')).toHaveValue(lena)
  })

  await test.step('R10 a request without a brief description keeps what was typed', async () => {
    await signInAtPortal(page, backend.url, lena)
    await submitAtPortal(page, backend.url, { priority: 'High', brief: ' ', detail: 'Typed with care.' })
    await expect(page.getByRole('link', { name: /brief description is empty/i })).toBeVisible()
    await expect(page.getByLabel('Detailed description')).toHaveValue('Typed with care.')
    await expect(page.getByRole('radio', { name: 'High' })).toBeChecked()
  })

  await test.step('an attachment over the limit opens nothing', async () => {
    const brief = 'With a file that is too large'
    await submitAtPortal(page, backend.url, { brief, detail: '', file: overTheLimit })
    await expect(page.getByText(/25 MB/).first()).toBeVisible()
    await page.goto(`${backend.url}/requests`)
    await expect(page.getByText(brief)).toHaveCount(0)
  })

  await test.step('P45 a wrong password at the desk', async () => {
    const { window } = await world.startDesk({ backend: backend.url })
    await signInAtDesk(window, people.engineer.email, 'not the passphrase')
    await expect(window.getByRole('alert')).toContainText('do not belong together')
    await signInAtDesk(window, people.engineer.email)
    await expect(window.getByTestId('queue-row').first()).toBeVisible({ timeout: 30_000 })
  })
})
