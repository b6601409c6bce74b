import { deflateRawSync, deflateSync } from 'node:zlib'
import { createServer } from 'node:net'
import { Readable } from 'node:stream'
import type { Browser, Download, Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attachment, ticket } from '../../src/backend/db/schema'
import { acceptMail } from '../../src/backend/mail/incoming/acceptMail'
import { addRealMinutes } from '../../src/domain/calendar/time'
import { worldStart } from '../fixtures/backendWorld'
import { chromiumPath, launchChromium } from '../fixtures/chromium'
import { addPortalCustomer, customerPassword, openCustomerBackend } from '../fixtures/customerBackend'
import type { CustomerBackend } from '../fixtures/customerBackend'
import { hostileNames } from '../fixtures/hostileNames'
import { nameFaults } from '../fixtures/nameFaults'
import { hiddenField, openBrowser } from '../fixtures/portalBrowser'
import type { FilePart } from '../fixtures/portalBrowser'
import { supportAddress } from '../fixtures/smtpClient'

let backend: CustomerBackend
let customer: Awaited<ReturnType<typeof addPortalCustomer>>
let url: string

const freePort = async (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no free port'))))
    })
  })

beforeAll(async () => {
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  backend = await openCustomerBackend(url)
  backend.setNow(worldStart)
  customer = await addPortalCustomer(backend.database)
  await backend.app.listen({ host: '127.0.0.1', port })
})
afterAll(async () => backend.close())

/** A request with these files, sent as a form; answers what was stored. */
const submit = async (files: readonly FilePart[]) => {
  const browser = openBrowser(backend.app, url)
  await browser.signIn(customer.email)
  const form = (await browser.get('/requests/new')).body
  const fields = { formToken: hiddenField(form, 'formToken'), submissionId: hiddenField(form, 'submissionId'), environment: 'production', answerBy: 'phone', priority: 'medium', brief: 'Files' }
  const answer = await browser.postFiles('/requests', fields, files)
  expect(answer.statusCode).toBe(303)
  const number = Number(/\/requests\/(\d+)\//.exec(String(answer.headers.location))?.[1])
  const [opened] = await backend.database.queries.select().from(ticket).where(eq(ticket.number, number))
  return { browser, number, stored: await backend.database.queries.select().from(attachment).where(eq(attachment.ticketId, opened?.id ?? '')) }
}

/** A form's part ends its name at these; browsers write them so. */
const asBrowsersWrite = (name: string): string => name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const tens = (names: readonly string[]): readonly (readonly string[])[] => Array.from({ length: Math.ceil(names.length / 10) }, (_, ten) => names.slice(ten * 10, ten * 10 + 10))

test('P41 300 hostile names through the portal: each file is there, safely named, and its download says so', { timeout: 300_000 }, async () => {
  const names = hostileNames(300).filter((name) => asBrowsersWrite(name) !== '')
  let seen = 0
  for (const ten of tens(names)) {
    const { browser, number, stored } = await submit(ten.map((name) => ({ name: asBrowsersWrite(name), content: Buffer.from('fax log') })))
    expect(stored).toHaveLength(ten.length)
    for (const file of stored) {
      seen += 1
      expect([file.name, nameFaults(file.name)]).toEqual([file.name, []])
      const { headers, body } = await browser.get(`/requests/${number}/files/${file.id}`)
      expect(body).toBe('fax log')
      const said = /^attachment; filename="[^"\\/]+"; filename\*=UTF-8''(\S+)$/.exec(String(headers['content-disposition']))?.[1] ?? ''
      expect(decodeURIComponent(said)).toBe(file.name)
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox", 'content-type': 'text/plain' })
      expect(headers).not.toHaveProperty('x-evil')
    }
  }
  expect(seen).toBe(names.length)
})

test('P41 300 hostile names by mail', { timeout: 300_000 }, async () => {
  const names = hostileNames(300)
  const before = (await backend.database.queries.select().from(attachment)).length
  for (const [index, ten] of tens(names).entries()) {
    const mail = {
      messageId: `<names-${index}@customer.example>`, refersTo: [], from: { address: customer.email, name: 'Pat Lind' }, recipients: [supportAddress], subject: 'Files', text: 'See files', headers: {},
      attachments: ten.map((name) => ({ name, content: Buffer.from('fax log') })),
    }
    const raw = Buffer.from(`Subject: Files\r\n\r\n${index}`)
    expect(await acceptMail(backend.context, { raw, reading: { ok: true, mail }, envelope: { from: customer.email, to: [supportAddress] }, receivedAt: addRealMinutes(worldStart, index) })).toBe('ticket')
  }
  const all = await backend.database.queries.select({ name: attachment.name }).from(attachment)
  expect(all).toHaveLength(before + names.length)
  expect(all.flatMap(({ name }) => nameFaults(name))).toEqual([])
})

const script = `<script>fetch('/portal.css?ran');document.title='ran'</script>`
const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="fetch('/portal.css?ran')"><script>fetch('/portal.css?ran')</script></svg>`
const xhtml = `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><script>fetch('/portal.css?ran')</script></head></html>`
const pdf = '%PDF-1.4\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\ntrailer<</Root 1 0 R>>\n'

const pngChunk = (type: string, data: Buffer): Buffer => {
  const chunk = Buffer.alloc(12 + data.length)
  chunk.writeUInt32BE(data.length, 0)
  chunk.write(type, 4)
  data.copy(chunk, 8)
  return chunk
}
/** Says of itself that it has 50,000 × 50,000 pixels, in a few hundred bytes. */
const hugePng = (): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(50_000, 0)
  header.writeUInt32BE(50_000, 4)
  header.writeUInt8(8, 8)
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), pngChunk('IHDR', header), pngChunk('IDAT', deflateSync(Buffer.alloc(50_001))), pngChunk('IEND', Buffer.alloc(0))])
}
/** A zip whose first entry is a few kilobytes that unpack to megabytes, under the name that type detection would read. */
const zipBomb = (): Buffer => {
  const [name, packed] = [Buffer.from('[Content_Types].xml'), deflateRawSync(Buffer.alloc(3_000_000))]
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(8, 8)
  header.writeUInt32LE(packed.length, 18)
  header.writeUInt32LE(3_000_000, 22)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name, packed])
}
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex')

const dangerous: readonly (readonly [name: string, content: Buffer, mediaType: string])[] = [
  ['page.html', Buffer.from(`<!doctype html>${script}`), 'text/plain'],
  ['picture.svg', Buffer.from(svg), 'text/plain'],
  ['declared.svg', Buffer.from(`<?xml version="1.0"?>${svg}`), 'application/xml'],
  ['page.xhtml', Buffer.from(xhtml), 'application/xml'],
  ['form.pdf', Buffer.from(pdf), 'application/pdf'],
  ['pdf-and-page.pdf', Buffer.from(`${pdf}<html>${script}</html>`), 'application/pdf'],
  ['gif-and-script.gif', Buffer.from(`GIF89a/*${'\0'.repeat(8)}*/=1;fetch('/portal.css?ran')`), 'image/gif'],
  ['jpeg-and-zip.jpg', Buffer.concat([jpeg, zipBomb()]), 'image/jpeg'],
  ['huge.png', hugePng(), 'image/png'],
]

test('P41 what a file is comes from its bytes, polyglots and bombs come back byte for byte, and nothing of them is unpacked', async () => {
  const { browser, number, stored } = await submit(dangerous.map(([name, content]) => ({ name, content })))
  for (const [name, content, mediaType] of dangerous) {
    const file = stored.find((row) => row.name === name)
    expect([name, file?.mediaType]).toEqual([name, mediaType])
    const back = await browser.get(`/requests/${number}/files/${file?.id}`)
    expect(back.rawPayload.equals(content)).toBe(true)
  }
  const before = process.memoryUsage().arrayBuffers
  const bomb = await backend.context.files.stage(Readable.from([zipBomb()]), 'bomb.zip')
  expect(bomb.mediaType).toMatch(/zip|octet-stream/)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 * 1024 * 1024)
})

describe.skipIf(chromiumPath === undefined)('in Chromium', { timeout: 120_000 }, () => {
  let browser: Browser
  let page: Page
  const asked: string[] = []

  beforeAll(async () => {
    browser = await launchChromium()
    page = await browser.newPage()
    page.setDefaultTimeout(60_000)
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(`${url}/sign-in`)
    await page.getByLabel('E-mail address').fill(customer.email)
    await page.getByLabel('Password').fill(customerPassword)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/requests')
  })
  afterAll(async () => browser.close())

  test('P41 going to a file saves it under its name; no page of ours, no script runs', async () => {
    const { number, stored } = await submit(dangerous.map(([name, content]) => ({ name, content })))
    await page.goto(`${url}/requests/${number}`)
    for (const file of stored) {
      const saved = page.waitForEvent('download')
      // Chromium ends a navigation that becomes a download.
      await expect(page.goto(`${url}/requests/${number}/files/${file.id}`)).rejects.toThrow(/Download is starting|ERR_ABORTED/)
      const download: Download = await saved
      expect(download.suggestedFilename()).toBe(file.name)
      expect(page.url()).toBe(`${url}/requests/${number}`)
      await download.cancel()
    }
    expect(asked.filter((address) => address.includes('ran'))).toEqual([])
    expect(await page.title()).not.toBe('ran')
  })
})
