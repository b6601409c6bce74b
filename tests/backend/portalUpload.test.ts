import { closeSync, ftruncateSync, mkdtempSync, openSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { attachment, portalSession, ticket } from '../../src/backend/db/schema'
import { worldStart } from '../fixtures/backendWorld'
import { chromiumPath, launchChromium } from '../fixtures/chromium'
import { addPortalCustomer, customerPassword, openCustomerBackend } from '../fixtures/customerBackend'
import type { CustomerBackend } from '../fixtures/customerBackend'

const mebi = 1024 * 1024
/** In bytes a second: what is sent at it can be watched on a busy machine. */
const slowly = 200 * 1024

const freePort = async (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no free port'))))
    })
  })

// A busy machine starts pages slowly.
describe.skipIf(chromiumPath === undefined)('forms with files, in Chromium', { timeout: 120_000 }, () => {
  let url: string
  let backend: CustomerBackend
  let browser: Browser
  let folder: string
  let context: BrowserContext
  let page: Page
  let customer: Awaited<ReturnType<typeof addPortalCustomer>>
  /** What the page's policy or its script complained about. */
  let complaints: string[]

  beforeAll(async () => {
    const port = await freePort()
    url = `http://127.0.0.1:${port}`
    folder = mkdtempSync(join(tmpdir(), 'portal-upload-'))
    backend = await openCustomerBackend(url)
    backend.setNow(worldStart)
    customer = await addPortalCustomer(backend.database)
    await backend.app.listen({ host: '127.0.0.1', port })
    browser = await launchChromium()
    context = await browser.newContext()
    context.setDefaultTimeout(60_000)
    await signIn(await context.newPage())
  })
  afterAll(async () => {
    await browser.close()
    await backend.close()
    rmSync(folder, { recursive: true, force: true })
  })
  beforeEach(async () => {
    complaints = []
    await backend.database.write(async (tx) => tx.update(ticket).set({ customerId: null }).where(eq(ticket.customerId, customer.customerId)))
  })
  afterEach(async () => {
    await page.close()
    if (complaints.length > 0) throw new Error(complaints.join('\n'))
  })

  const signIn = async (tab: Page): Promise<void> => {
    await tab.goto(`${url}/sign-in`)
    await tab.getByLabel('E-mail address').fill(customer.email)
    await tab.getByLabel('Password').fill(customerPassword)
    await tab.getByRole('button', { name: 'Sign in' }).click()
    await tab.getByRole('heading', { name: 'Requests', level: 1 }).waitFor()
  }
  const openForm = async (tab = context): Promise<void> => {
    page = await tab.newPage()
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (/content security policy|TypeError|ReferenceError/i.test(message.text())) complaints.push(message.text())
    })
    await page.goto(`${url}/requests/new`)
  }
  /** Files of these sizes in bytes, made of zeros. */
  const choose = async (...sizes: readonly number[]): Promise<void> =>
    page.getByLabel('Attachments').setInputFiles(
      sizes.map((size, index) => {
        const path = join(folder, `trace ${index}.log`)
        const file = openSync(path, 'w')
        ftruncateSync(file, size)
        closeSync(file)
        return path
      }),
    )
  const submit = (tab: Page) => tab.getByRole('button', { name: 'Submit request' })
  /** Bytes a second that leave the browser; -1 = as fast as they go. */
  const slowDown = async (bytes: number): Promise<void> => {
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: bytes })
  }
  const opened = async () => backend.database.queries.select().from(ticket).where(eq(ticket.customerId, customer.customerId))
  const filesOf = async () => {
    const [only] = await opened()
    return backend.database.queries.select({ size: attachment.size }).from(attachment).where(eq(attachment.ticketId, only?.id ?? ''))
  }
  const chosen = async (): Promise<number> => page.getByLabel('Attachments').evaluate((input) => (input as unknown as { files: { length: number } }).files.length)
  const filesOnDisk = (): number => readdirSync(join(backend.dataDir, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length

  test('a large file is sent with a bar that moves, and leads to the confirmation', async () => {
    await openForm()
    await page.getByLabel('Brief description').fill('Crash')
    await choose(3 * mebi)
    await slowDown(slowly)
    await submit(page).click()
    const bar = page.getByRole('progressbar', { name: 'Sent so far' })
    await bar.waitFor()
    await page.getByText(/^[012]\.\d of 3\.0 MB$/).waitFor()
    expect(await page.getByRole('group', { name: 'Sending your files' }).evaluate((panel) => panel === panel.ownerDocument.activeElement)).toBe(true)
    await page.getByRole('status').filter({ hasText: /^(?:25|50|75) percent sent\.$/ }).waitFor({ state: 'attached' })
    await page.getByRole('heading', { name: 'We have your request' }).waitFor()
    expect(await filesOf()).toEqual([{ size: 3 * mebi }])
  })

  test('cancelling sends nothing, leaves no file, and keeps words and files for another try', async () => {
    await openForm()
    const before = filesOnDisk()
    await page.getByLabel('Brief description').fill('Crash')
    await choose(3 * mebi, 10)
    await slowDown(slowly)
    await submit(page).click()
    await page.getByText(/^\d\.\d of 3\.0 MB$/).waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('alert').filter({ hasText: /^You cancelled after \d\.\d of 3\.0 MB\. Nothing was submitted/ }).waitFor()
    expect(await page.getByLabel('Brief description').inputValue()).toBe('Crash')
    expect(await chosen()).toBe(2)
    expect(await opened()).toEqual([])
    await expect.poll(filesOnDisk, { timeout: 20_000 }).toBe(before)
    await slowDown(-1)
    await submit(page).click()
    await page.getByRole('heading', { name: 'We have your request' }).waitFor()
    expect(await filesOf()).toHaveLength(2)
  })

  test('a file that is too large is named before anything is sent, and so are too many', async () => {
    await openForm()
    await page.getByLabel('Brief description').fill('Crash')
    await choose(10, 25 * mebi + 1)
    const told = page.getByRole('alert').filter({ hasText: '“trace 1.log” is larger than 25 MB. Please leave it out or make it smaller.' })
    await told.waitFor()
    await submit(page).click()
    expect(await page.getByLabel('Attachments').evaluate((input) => input === input.ownerDocument.activeElement && input.getAttribute('aria-invalid') === 'true')).toBe(true)
    expect(await page.getByRole('progressbar').count()).toBe(0)
    expect(await opened()).toEqual([])
    await choose(...Array.from({ length: 11 }, () => 1))
    await page.getByText('Please attach at most 10 files; you chose 11.').waitFor()
    expect(await told.count()).toBe(0)
    await choose(10)
    await submit(page).click()
    await page.getByRole('heading', { name: 'We have your request' }).waitFor()
  })

  test('an error answer keeps words and files, leads to what is wrong, and the form works on', async () => {
    await openForm()
    await page.getByLabel('Detailed description').fill('A long <b>story</b>')
    await choose(10)
    await submit(page).click()
    await page.getByRole('link', { name: 'The brief description is empty: please write something' }).waitFor()
    expect(await page.getByRole('alert').filter({ hasText: 'One thing needs your attention' }).evaluate((box) => box === box.ownerDocument.activeElement)).toBe(true)
    expect(await page.getByLabel('Detailed description').inputValue()).toBe('A long <b>story</b>')
    expect(await chosen()).toBe(1)
    expect(await page.getByText('Please choose your files again').count()).toBe(0)
    await page.getByLabel('Brief description').fill('Crash')
    await submit(page).click()
    await page.getByRole('heading', { name: 'We have your request' }).waitFor()
    expect(await filesOf()).toEqual([{ size: 10 }])
  })

  test('a connection that breaks is said, and nothing typed or chosen is lost', async () => {
    await openForm()
    await page.getByLabel('Brief description').fill('Crash')
    await choose(10)
    await page.route('**/requests', async (route) => route.abort('connectionreset'))
    await submit(page).click()
    await page.getByRole('alert').filter({ hasText: 'The connection broke. Nothing was submitted' }).waitFor()
    expect(await page.getByLabel('Brief description').inputValue()).toBe('Crash')
    expect(await chosen()).toBe(1)
    expect(await opened()).toEqual([])
    await page.unroute('**/requests')
    await submit(page).click()
    await page.getByRole('heading', { name: 'We have your request' }).waitFor()
  })

  test('a session that ended meanwhile costs no words: after signing in elsewhere the same page sends', async () => {
    await openForm()
    await page.getByLabel('Brief description').fill('Crash')
    await choose(10)
    await backend.database.write(async (tx) => tx.update(portalSession).set({ endedAt: worldStart }).where(eq(portalSession.contactId, customer.contactId)))
    await submit(page).click()
    const link = page.getByRole('link', { name: 'Sign in again in a new tab' })
    await link.waitFor()
    expect(await opened()).toEqual([])
    const [tab] = await Promise.all([context.waitForEvent('page'), link.click()])
    await signIn(tab)
    await submit(page).click()
    await page.getByRole('heading', { name: 'We have your request' }).waitFor()
    expect(await filesOf()).toEqual([{ size: 10 }])
  })

  test('files are added to a request the same way', async () => {
    await openForm()
    await page.getByLabel('Brief description').fill('Crash')
    await submit(page).click()
    await page.getByRole('link', { name: 'Open the request' }).click()
    await page.getByLabel('Your message').fill('Here is the trace')
    await choose(2 * mebi)
    await slowDown(slowly)
    await page.getByRole('button', { name: 'Send message' }).click()
    await page.getByText(/of 2\.0 MB$/).waitFor()
    await page.getByText('Your message was added. An engineer sees it now.').waitFor()
    expect(await filesOf()).toEqual([{ size: 2 * mebi }])
  })

  test('without script the browser sends the form itself, with the same answers', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await context.storageState() })
    await openForm(plain)
    await choose(10)
    await submit(page).click()
    await page.getByText('Please choose your files again').waitFor()
    await page.getByLabel('Brief description').fill('Crash')
    await choose(mebi)
    await submit(page).click()
    await page.getByRole('heading', { name: 'We have your request' }).waitFor()
    expect(await filesOf()).toEqual([{ size: mebi }])
  })
})
