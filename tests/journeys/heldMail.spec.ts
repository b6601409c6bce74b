import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { createTransport } from 'nodemailer'
import { people, signInAtDesk, test } from './lib/world'

const kirsten = 'kirsten.aalberg@prairielantern.example'

test('P36 a mail that became no ticket is seen on the desk, released with one press, and opened', async ({ world }) => {
  test.setTimeout(180_000)
  const backend = await world.startBackend()
  const transport = createTransport({ host: '127.0.0.1', port: backend.smtpPort, secure: false, ignoreTLS: true })
  const send = async (subject: string, text: string): Promise<void> =>
    void (await transport.sendMail({ from: kirsten, to: 'support@thefaxguys.example', subject, text, headers: { 'Auto-Submitted': 'auto-replied' } }))
  await send('Out of office: cover sheets', 'I am away until Monday.\nPlease ask <b>Rudy</b> meanwhile.')
  await send('Win a yacht', 'Really.')
  transport.close()

  const { window } = await world.startDesk({ backend: backend.url })
  await signInAtDesk(window, people.engineer.email)
  const rail = window.getByRole('navigation', { name: 'Desk' })
  await expect(rail.getByText('2 held mails')).toBeAttached()
  await window.getByTestId('queue-row').first().click()
  await window.keyboard.press('g')
  await window.keyboard.press('m')
  const held = window.getByRole('article', { name: 'Out of office: cover sheets' })
  await expect(held).toContainText('It is held because a machine answered a mail of ours.')
  await expect(held).toContainText('Please ask <b>Rudy</b> meanwhile.')
  for (const colorScheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze()
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([])
    await window.screenshot({ path: test.info().outputPath(`held-mail-${colorScheme}.png`) })
  }

  const spam = window.getByRole('article', { name: 'Win a yacht' })
  await spam.getByRole('button', { name: 'Discard…' }).click()
  await window.getByRole('textbox', { name: 'Why' }).fill('Advertising')
  await window.getByRole('dialog').getByRole('button', { name: 'Discard' }).click()
  await expect(spam).toHaveCount(0)
  await held.getByRole('button', { name: 'Release as a ticket' }).click()
  await expect(window.getByText('No mail is held')).toBeVisible()
  await window.getByRole('button', { name: /^Open #\d+$/ }).click()
  await expect(window.getByTestId('ticket-view')).toContainText('Out of office: cover sheets')
  await expect(window.getByTestId('ticket-view')).toContainText('Released from held mail.')
})
