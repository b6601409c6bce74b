import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { people, signInAtDesk, test } from './lib/world'

/** The files below a folder that hold a word, in either of the ways a browser writes text. */
const filesHolding = (folder: string, word: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path)
      return bytes.includes(Buffer.from(word, 'utf8')) || bytes.includes(Buffer.from(word, 'utf16le'))
    })

test('P10 P49 a server note is read on the desk and lies in none of its files, before and after the right is lost', async ({ world }) => {
  test.setTimeout(120_000)
  const backend = await world.startBackend()
  const ask = async (path: string, body: unknown, token?: string): Promise<Response> =>
    fetch(`${backend.url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) }, body: JSON.stringify(body) })
  const administrator = (await (
    await ask('/api/session', { email: 'sam.petrakis@thefaxguys.example', password: people.passphrase, device: { id: crypto.randomUUID(), name: 'office' } })
  ).json()) as { readonly accessToken: string }

  const desk = await world.startDesk({ backend: backend.url })
  const { window } = desk
  await signInAtDesk(window, people.engineer.email)
  await expect(window.getByTestId('queue-row').first()).toBeVisible()
  const panel = window.getByTestId('customer-panel')
  const remoteAccess = panel.locator('section', { has: window.getByRole('heading', { name: 'Remote access' }) }).locator('p')
  for (const row of await window.getByTestId('queue-row').all()) {
    await row.click()
    await expect(panel.getByRole('heading').or(panel.getByText('Not matched to a customer')).first()).toBeVisible()
    if ((await remoteAccess.count()) > 0) break
  }
  const canary = await remoteAccess.innerText()
  const customer = await panel.getByRole('heading', { level: 2 }).innerText()
  expect(canary.length).toBeGreaterThan(20)

  const settings = await window.evaluate(async () => (globalThis as unknown as { readonly desk: { readonly settings: { readonly read: () => Promise<{ readonly lastEngineerId: string }> } } }).desk.settings.read())
  expect((await ask(`/api/people/${settings.lastEngineerId}`, { role: 'accountManager' }, administrator.accessToken)).status).toBe(200)
  await expect(panel).not.toContainText(canary, { timeout: 1_000 })
  await expect(panel).toContainText('They are for those who work on servers.')
  await desk.close()
  const profile = world.folder('desk')
  // What is not sealed is found: the search itself works.
  expect(filesHolding(profile, customer).length).toBeGreaterThan(0)
  expect(filesHolding(profile, canary)).toEqual([])
})
