import type { Locator, Page } from '@playwright/test'

const STEP_MS = 100

/**
 * Turns the wheel over the queue until a row is drawn: the list draws only what it shows. Goes back to the top at its end, since rows arrive.
 * @param failure said when the row is not there after `limit` milliseconds
 */
export async function bringIntoView(window: Page, row: Locator, limit: number, failure: string): Promise<void> {
  const list = window.getByRole('listbox').first()
  const deadline = performance.now() + limit
  await list.hover()
  while ((await row.count()) === 0) {
    if (performance.now() > deadline) throw new Error(`${failure} (waited ${limit / 1000} s)`)
    const atEnd = await list.evaluate((element) => element.scrollTop + element.clientHeight >= element.scrollHeight - 1)
    await window.mouse.wheel(0, atEnd ? -1_000_000 : 300)
    await window.waitForTimeout(STEP_MS)
  }
  await row.scrollIntoViewIfNeeded()
}
