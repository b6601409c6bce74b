import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { createTransport } from 'nodemailer'
import { startPostgresServer } from '../fixtures/postgresServer'
import { startMailSink } from './lib/mailSink'
import { signInAtPortal, submitAtPortal } from './lib/portalCustomer'
import { people, signInAtDesk, test } from './lib/world'

/** Primary contact of a 24×7 customer, and one of a customer with a standard contract. */
const kirsten = { name: 'Kirsten Aalberg', email: 'kirsten.aalberg@prairielantern.example', company: 'Prairie Lantern Health System' }
const rudy = { name: 'Rudy Zielinski', email: 'rudy.zielinski@tarnhill.example' }

const urgent = {
  priority: 'Urgent',
  brief: 'Server is down: nothing goes in or out at the pharmacy',
  detail: 'Both directions stopped a few minutes ago. The services run. Log attached.',
  file: { name: 'workserver1.log', mimeType: 'text/plain', buffer: Buffer.from('12:01:07 Board 0 channel 3: no dial tone\n') },
} as const
const secondUrgent = { priority: 'Urgent', brief: 'Outbound faxing stopped at the Billings hospital', detail: 'Since this minute.' } as const
const mailed = { subject: 'Second cover sheet for accounting?', text: 'Where do we set a cover sheet for one department?' }
const note = 'Carrier confirmed an outage on the SIP trunk, ticket 5521.'
const answer = 'The trunk is back. Please send a test fax and tell us whether it arrives.'
const offlineNote = 'Written while the backend was off.'

const row = (window: Page, text: string): Locator => window.getByTestId('queue-row').filter({ hasText: text })
const timeline = (window: Page, kind: string): Locator => window.locator(`[data-testid="timeline-event"][data-kind="${kind}"]`)
const phase = (window: Page): Promise<string | null> => window.getByTestId('connection').getAttribute('data-phase')

test('the main job: asked at the portal and by mail, worked at the desk, answered, and kept through a dead backend', async ({ world, browser }) => {
  test.setTimeout(300_000)
  const sink = await startMailSink()
  world.atEnd(sink.stop)
  const backend = await world.startBackend({ env: { SMTP_OUT: sink.url } })
  const { window } = await world.startDesk({ backend: backend.url })
  const customer = await browser.newPage()

  await test.step('an engineer signs in and has the queue', async () => {
    await signInAtDesk(window, people.engineer.email)
    await expect(window.getByTestId('queue-row').first()).toBeVisible({ timeout: 30_000 })
    await expect.poll(() => phase(window)).toBe('live')
  })

  await test.step('R10 a customer submits an Urgent request with a log, in a browser', async () => {
    await signInAtPortal(customer, backend.url, kirsten.email)
    await submitAtPortal(customer, backend.url, urgent)
    await expect(customer.getByRole('heading', { name: 'We have your request' })).toBeVisible()
  })

  await test.step('R51, R55 it is at the top of the queue without a reload', async () => {
    await expect(row(window, urgent.brief)).toBeVisible()
    const texts = await window.getByTestId('queue-row').allTextContents()
    const place = texts.findIndex((text) => text.includes(urgent.brief))
    const priorities = await window.getByTestId('queue-row').evaluateAll((rows) => rows.map((r) => r.getAttribute('data-priority')))
    expect(priorities.slice(0, place + 1).every((priority) => priority === 'urgent')).toBe(true)
    expect(texts[place]).toContain('DOWN')
  })

  await test.step('the Urgent one is on the desktop, and a click on it opens the ticket', async () => {
    const shown = await world.bus.waitForNotification(({ body }) => body.includes(urgent.brief))
    expect(shown.title).toContain(kirsten.company)
    expect(shown.urgency).toBe(2)
    world.bus.clickNotification(shown.id)
    await expect(window.getByTestId('ticket-view')).toContainText(urgent.brief)
  })

  await test.step('R12 a mail arrives as Medium, below', async () => {
    const transport = createTransport({ host: '127.0.0.1', port: backend.smtpPort, secure: false, ignoreTLS: true })
    await transport.sendMail({ from: `${rudy.name} <${rudy.email}>`, to: 'support@thefaxguys.example', subject: mailed.subject, text: mailed.text })
    transport.close()
    await window.getByRole('searchbox', { name: 'Filter the queue' }).fill(mailed.subject)
    await expect(row(window, mailed.subject)).toHaveAttribute('data-priority', 'medium')
    await window.getByRole('searchbox', { name: 'Filter the queue' }).fill('')
  })

  const ticket = window.getByTestId('ticket-view')
  const file = window.getByTestId('customer-panel')

  await test.step('the ticket shows the conversation, the file, the contract, the people, the servers', async () => {
    await expect(ticket).toContainText(urgent.detail)
    await expect(ticket).toContainText('workserver1.log')
    await expect(file).toContainText(kirsten.company)
    await expect(file).toContainText(/24×7 until \d+ \w+ \d{4}/)
    await expect(file).toContainText(kirsten.name)
    await expect(file).toContainText(/RightFax \d+\.\d/)
    await expect(file).toContainText(/\b(10|172|192)\.\d+\.\d+\.\d+/)
  })

  await test.step('one key copies an address', async () => {
    const first = await file.getByRole('button', { name: /^Copy \d+\.\d+\.\d+\.\d+/ }).first().getAttribute('aria-label')
    const ip = /(\d+\.\d+\.\d+\.\d+)/.exec(first ?? '')?.[1]
    expect(ip).toBeDefined()
    await ticket.focus()
    await window.keyboard.press('1')
    await expect.poll(() => window.evaluate(() => navigator.clipboard.readText().catch(() => ''))).toBeDefined()
    await expect(window.getByText(`${ip}`, { exact: false }).first()).toBeVisible()
  })

  await test.step('R57 claiming stops the assignment clock', async () => {
    await ticket.getByRole('button', { name: 'Claim' }).click()
    await expect(ticket.getByRole('region', { name: 'Clocks' })).toContainText(/assign(ment)? met/i)
  })

  await test.step('P29 acknowledging an Urgent takes its notification back', async () => {
    await submitAtPortal(customer, backend.url, secondUrgent)
    const shown = await world.bus.waitForNotification(({ body }) => body.includes(secondUrgent.brief))
    await row(window, secondUrgent.brief).click()
    await ticket.getByRole('button', { name: 'Acknowledge' }).click()
    await world.bus.waitForClosed(shown.id)
    await row(window, urgent.brief).click()
    await expect(ticket).toContainText(urgent.detail)
  })

  await test.step('R60 a call that reached nobody runs on, one that reached the customer stops the clock', async () => {
    const clocks = ticket.getByRole('region', { name: 'Clocks' })
    for (const [outcome, state] of [['No answer', /callback due/i], ['Reached', /callback met/i]] as const) {
      await ticket.getByRole('button', { name: 'Log call' }).click()
      await window.getByRole('radio', { name: new RegExp(outcome) }).click()
      await window.getByRole('button', { name: 'Save call' }).click()
      await expect(clocks).toContainText(state)
    }
    await expect(timeline(window, 'call')).toHaveCount(2)
  })

  await test.step('a note stays inside, a reply goes out', async () => {
    await window.getByRole('button', { name: 'Note' }).click()
    await window.getByRole('textbox', { name: 'Internal note' }).fill(note)
    await window.keyboard.press('Control+Enter')
    await expect(timeline(window, 'note')).toContainText(note)
    await window.getByRole('button', { name: 'Reply' }).click()
    await window.getByRole('textbox', { name: 'Reply' }).fill(answer)
    await window.keyboard.press('Control+Enter')
    await expect(timeline(window, 'message')).toContainText(answer)
    await expect(window.getByTestId('connection')).toHaveAttribute('data-unsent', '0')
  })

  await test.step('the customer reads the reply in the portal and by mail, and never the note', async () => {
    await customer.goto(`${backend.url}/requests`)
    await customer.getByRole('link', { name: new RegExp(urgent.brief) }).click()
    await expect(customer.getByText(answer)).toBeVisible()
    await expect(customer.getByText(note)).toHaveCount(0)
    await expect.poll(() => sink.mails.some((mail) => mail.text?.includes(answer) === true), { timeout: 30_000 }).toBe(true)
    expect(sink.mails.every((mail) => mail.text?.includes(note) !== true)).toBe(true)
  })

  await test.step('P5 the backend dies: the desk says so, stays readable, and keeps a claim and a note', async () => {
    await backend.kill()
    await expect.poll(() => phase(window), { timeout: 40_000 }).toBe('offline')
    await expect(ticket).toContainText(answer)
    await window.getByRole('searchbox', { name: 'Filter the queue' }).fill(mailed.subject)
    await row(window, mailed.subject).click()
    await expect(ticket).toContainText(mailed.text)
    await ticket.getByRole('button', { name: 'Claim' }).click()
    await window.getByRole('button', { name: 'Note' }).click()
    await window.getByRole('textbox', { name: 'Internal note' }).fill(offlineNote)
    await window.keyboard.press('Control+Enter')
    await expect(timeline(window, 'note')).toContainText(offlineNote)
    await expect(window.getByTestId('connection')).toHaveAttribute('data-unsent', '2')
  })
})

test('P5 on a PostgreSQL server: what was done while the backend was off survives a killed desk and arrives when it is back', async ({ world }) => {
  test.setTimeout(240_000)
  const postgres = await startPostgresServer()
  world.atEnd(postgres.stop)
  const env = { DATABASE_URL: postgres.url }
  const backend = await world.startBackend({ env })
  const before = await world.startDesk({ backend: backend.url })
  await signInAtDesk(before.window, people.engineer.email)
  await before.window.getByRole('tab', { name: /Unassigned/ }).click()
  const number = await before.window.getByTestId('queue-row').nth(1).getAttribute('data-ticket-number')
  expect(number).not.toBeNull()
  const chosen = (window: Page): Locator => window.locator(`[data-testid="queue-row"][data-ticket-number="${number}"]`)
  await chosen(before.window).click()
  await backend.kill()
  await expect.poll(() => phase(before.window), { timeout: 40_000 }).toBe('offline')
  await before.window.getByTestId('ticket-view').getByRole('button', { name: 'Claim' }).click()
  await before.window.getByRole('button', { name: 'Note' }).click()
  await before.window.getByRole('textbox', { name: 'Internal note' }).fill(offlineNote)
  await before.window.keyboard.press('Control+Enter')
  await expect(before.window.getByTestId('connection')).toHaveAttribute('data-unsent', '2')
  await before.kill()

  const { window } = await world.startDesk({ backend: backend.url })
  await expect(window.getByTestId('connection')).toHaveAttribute('data-unsent', '2')
  await window.getByRole('tab', { name: /Mine/ }).click()
  await chosen(window).click()
  await expect(timeline(window, 'note').filter({ hasText: offlineNote })).toHaveCount(1)

  const back = await world.startBackend({ port: backend.port, smtpPort: backend.smtpPort, env })
  const other = await world.startDesk({ backend: back.url, profile: 'colleague' })
  await signInAtDesk(other.window, 'miguel.arroyo@thefaxguys.example')
  await expect(other.window.getByTestId('queue-row').first()).toBeVisible({ timeout: 30_000 })

  await window.getByRole('button', { name: /Sign in/ }).first().click()
  await signInAtDesk(window, people.engineer.email)
  await expect(window.getByTestId('connection')).toHaveAttribute('data-unsent', '0', { timeout: 40_000 })
  await expect(timeline(window, 'note').filter({ hasText: offlineNote })).toHaveCount(1)

  // The queue draws the rows in view only.
  await other.window.getByRole('searchbox', { name: 'Filter the queue' }).fill(String(number))
  await chosen(other.window).click()
  await expect(timeline(other.window, 'note').filter({ hasText: offlineNote })).toHaveCount(1)
  await expect(other.window.getByTestId('ticket-view')).toContainText(people.engineer.name)
})
