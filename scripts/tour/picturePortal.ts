import { chromium } from '@playwright/test'
import { findChromium } from '../bootstrap/findExecutable.mjs'
import type { DemoBackend } from './backendOf'
import { takePictures } from './takePictures'

/**
 * Pictures of the customer's side, in this machine's own browser.
 * @returns whether there is a browser to take them with
 */
export async function picturePortal({ url, demo }: DemoBackend, folder: string): Promise<boolean> {
  const executablePath = findChromium()
  if (executablePath === undefined) return false
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
  try {
    const page = await browser.newPage({ baseURL: url, viewport: { width: 1200, height: 900 } })
    await page.goto('/')
    await page.locator('input[name="email"]').fill(demo.portal.email)
    await page.locator('input[name="password"]').fill(demo.portal.password)
    await page.locator('input[name="password"]').press('Enter')
    await page.getByRole('link', { name: /submit|new request/i }).first().click()
    await page.locator('[name="brief"]').fill('Cover sheets print the old company name')
    await takePictures(page, folder, 'portal')
  } finally {
    await browser.close()
  }
  return true
}
