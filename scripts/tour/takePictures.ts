import { join } from 'node:path'
import type { Page } from '@playwright/test'

/**
 * Pictures of what a page shows now, once in light and once in dark, as `<name>-light.png` and `<name>-dark.png`.
 * Leaves the page in light.
 */
export async function takePictures(page: Page, folder: string, name: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // Fonts that are still on their way would show as another face.
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) })
  }
}
