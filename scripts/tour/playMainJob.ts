import { expect } from '@playwright/test'
import { backendOf } from './backendOf'
import type { OpenDesk } from './openDesk'
import { picturePortal } from './picturePortal'
import { sendSupportMail } from './sendSupportMail'
import { submitPortalRequest } from './submitPortalRequest'
import { takePictures } from './takePictures'

const URGENT = {
  brief: 'Production server down: no faxes in or out since noon',
  detail: 'Both directions stopped at 12:01. The RightFax services are running, the boards show no dial tone on any channel. The log of WorkServer1 is attached.',
} as const

const MAIL = {
  subject: 'How do we add a second cover sheet for one department?',
  text: 'Hello,\n\nour accounting department would like a cover sheet of its own. Where is that set?\n\nThank you!',
} as const

/** The queue is filled by the first sync after the backend's first start. */
const FIRST_ROWS_MS = 90_000
const ARRIVAL_MS = 30_000

/** The story of a day in one minute: a portal request and a mail arrive on an open desk, and the Urgent one is opened. */
export async function playMainJob(desk: OpenDesk, pictures: string): Promise<void> {
  const { window } = desk
  const rows = window.getByTestId('queue-row')
  console.log(`1. The desk opened its window after ${seconds(desk.openedAfter)}.`)
  const backend = await backendOf(window)
  await expect(rows.first(), 'the queue stays empty').toBeVisible({ timeout: FIRST_ROWS_MS })
  console.log(`2. Its backend listens on ${backend.url} (mail on port ${backend.smtpPort}); the queue shows ${await rows.count()} tickets.`)

  const urgent = rows.filter({ hasText: URGENT.brief })
  let began = performance.now()
  await submitPortalRequest(backend, URGENT.brief, URGENT.detail)
  await expect(urgent, 'the portal request does not appear in the queue').toBeVisible({ timeout: ARRIVAL_MS })
  console.log(`3. A customer submitted an Urgent request at the portal; its row was there ${seconds(performance.now() - began)} later.`)

  began = performance.now()
  await sendSupportMail(backend, MAIL.subject, MAIL.text)
  await expect(rows.filter({ hasText: MAIL.subject }), 'the mail does not appear in the queue').toHaveCount(1, { timeout: ARRIVAL_MS })
  console.log(`4. Another request came by mail; its row was there ${seconds(performance.now() - began)} later.`)

  await takePictures(window, pictures, 'queue')
  await urgent.click()
  await expect(window.getByTestId('ticket-view'), 'the ticket does not open').toContainText(URGENT.brief, { timeout: ARRIVAL_MS })
  await takePictures(window, pictures, 'ticket')
  console.log('5. The Urgent ticket is open.')

  const portal = await picturePortal(backend, pictures)
  console.log(portal ? '6. The customer’s portal was pictured in this machine’s browser.' : '6. No browser is installed here, so there is no picture of the customer’s portal.')
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
