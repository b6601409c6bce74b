import type { Page } from '@playwright/test'
import type { DemoBackend } from './backendOf'

/** What a customer types into the portal's submit form. */
export interface TypedRequest {
  readonly brief: string
  readonly detail: string
  readonly attachment: { readonly name: string; readonly text: string }
}

/** Signs the demo customer in at the portal and fills the submit form with an Urgent request. */
export async function fillPortalRequest(browser: Page, { url, demo }: DemoBackend, typed: TypedRequest): Promise<void> {
  await browser.goto(`${url}/sign-in`)
  await browser.getByLabel('E-mail address').fill(demo.portal.email)
  await browser.getByLabel('Password').fill(demo.portal.password)
  await browser.getByRole('button', { name: 'Sign in' }).click()
  await browser.goto(`${url}/requests/new`)
  await browser.locator('input[name="priority"][value="urgent"]').check()
  await browser.locator('[name="brief"]').fill(typed.brief)
  await browser.locator('[name="detail"]').fill(typed.detail)
  const { name, text } = typed.attachment
  await browser.locator('[name="attachments"]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
}

/** Sends the filled form; throws with the page's own words when the portal does not take it. */
export async function submitPortalRequest(browser: Page): Promise<void> {
  const [answer] = await Promise.all([
    browser.waitForResponse((response) => response.request().method() === 'POST'),
    browser.getByRole('button', { name: 'Submit request' }).click(),
  ])
  await browser.waitForLoadState()
  if (answer.status() >= 400) throw new Error(`The portal did not take the request (${answer.status()}):\n${(await browser.locator('main').innerText()).slice(0, 800)}`)
}
