import { join } from 'node:path'
import { expect } from '@playwright/test'
import { backendOf } from './backendOf'
import type { DemoBackend } from './backendOf'
import { bringIntoView } from './bringIntoView'
import { launchElectron, quitElectron } from './launchElectron'
import type { OpenDesk } from './openDesk'
import { fillPortalRequest, submitPortalRequest } from './portalRequest'
import { sendSupportMail } from './sendSupportMail'
import { takePictures } from './takePictures'

const REQUEST = {
  brief: 'Production server down: no faxes in or out',
  detail: 'Both directions stopped a few minutes ago. The RightFax services are running, the boards show no dial tone on any channel. The log of WorkServer1 is attached.',
  attachment: { name: 'workserver1.log', text: 'WorkServer1 Board 0 channel 3: no dial tone (line state 0x14)\n'.repeat(40) },
} as const

const MAIL = {
  subject: 'How do we add a second cover sheet for one department?',
  text: 'Hello,\n\nour accounting department would like a cover sheet of its own. Where is that set?\n\nThank you!',
} as const

/** The queue is filled by the first sync after the backend's first start. */
const FIRST_ROWS_MS = 120_000
const ARRIVAL_MS = 30_000

/**
 * The story of a day in one minute: a portal request and a mail arrive on an open desk, and the Urgent one is opened.
 * @param pictures the folder for pictures of the desk and of the portal
 * @param customerProfile an empty folder
 */
export async function playMainJob(desk: OpenDesk, pictures: string, customerProfile: string): Promise<void> {
  const { window } = desk
  const rows = window.getByTestId('queue-row')
  console.log(`1. The desk opened its window after ${seconds(desk.openedAfter)}.`)
  const backend = await backendOf(window)
  await expect(rows.first(), 'the queue stays empty').toBeVisible({ timeout: FIRST_ROWS_MS })
  console.log(`2. Its backend listens on ${backend.url}, for mail on port ${backend.smtpPort}; the queue is filled.`)

  const urgent = rows.filter({ hasText: REQUEST.brief })
  const submitted = await actAsCustomer(backend, pictures, customerProfile)
  await expect(urgent, 'the portal request does not appear in the queue').toBeVisible({ timeout: ARRIVAL_MS })
  console.log(`3. A customer submitted an Urgent request at the portal; ${seconds(performance.now() - submitted)} later its row was there.`)

  await sendSupportMail(backend, MAIL.subject, MAIL.text)
  const mailed = performance.now()
  await bringIntoView(window, rows.filter({ hasText: MAIL.subject }), ARRIVAL_MS, 'the mail does not appear in the queue')
  console.log(`4. Another request came by mail; ${seconds(performance.now() - mailed)} later its row was found.`)

  await bringIntoView(window, urgent, ARRIVAL_MS, 'the Urgent row is gone')
  await takePictures(window, pictures, 'queue')
  await urgent.click()
  await expect(window.getByTestId('ticket-view'), 'the ticket does not open').toContainText(REQUEST.brief, { timeout: ARRIVAL_MS })
  await takePictures(window, pictures, 'ticket')
  console.log('5. The Urgent ticket is open.')
}

/** @returns when the portal had taken the request, by `performance.now()` */
async function actAsCustomer(backend: DemoBackend, pictures: string, profile: string): Promise<number> {
  const app = await launchElectron([join(import.meta.dirname, 'customerBrowser.mjs'), profile])
  try {
    const browser = await app.firstWindow()
    await fillPortalRequest(browser, backend, REQUEST)
    await takePictures(browser, pictures, 'portal')
    await submitPortalRequest(browser)
    return performance.now()
  } finally {
    await quitElectron(app)
  }
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
