import type { Page } from '@playwright/test'
import { people } from './world'

export interface PortalRequest {
  readonly priority?: 'Urgent' | 'High' | 'Medium' | 'Low'
  readonly brief: string
  readonly detail: string
  readonly file?: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }
}

/** A customer at the portal, in a real browser. */
export const signInAtPortal = async (page: Page, url: string, email: string, password: string = people.passphrase): Promise<void> => {
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Fills in and sends the request form; a priority left out is left as the form proposes it (R11). */
export const submitAtPortal = async (page: Page, url: string, request: PortalRequest): Promise<void> => {
  await page.goto(`${url}/requests/new`)
  if (request.priority !== undefined) await page.getByRole('radio', { name: request.priority }).check()
  await page.getByLabel('Brief description').fill(request.brief)
  await page.getByLabel('Detailed description').fill(request.detail)
  if (request.file !== undefined) await page.getByLabel('Attachments').setInputFiles(request.file)
  await page.getByRole('button', { name: 'Submit request' }).click()
}
