import { join } from 'node:path'
import { expect, request } from '@playwright/test'
import type { APIRequestContext, Page } from '@playwright/test'
import { launchDesk } from '../tests/journeys/lib/launchDesk'
import { people, signInAtDesk } from '../tests/journeys/lib/world'
import { withBenchWorld } from './benchWorld'
import { sayRow, summarize } from './summary'

/** From the customer's submit to the row on a desk and to the notification on the desktop's bus. */
const rounds = 40
const customer = 'lena.marchetti@harrowbay.example'

const hidden = (page: string, name: string): string => {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1]
  if (value === undefined) throw new Error(`the portal's form has no field ${name}`)
  return value
}

/** Resolves with the wall clock in milliseconds when a row with the text is in the list. */
const rowAppears = (window: Page, text: string): Promise<number> =>
  window.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const watch = new MutationObserver(() => {
          if (![...document.querySelectorAll('[data-testid="queue-row"]')].some((row) => row.textContent.includes(wanted))) return
          watch.disconnect()
          resolve(Date.now())
        })
        watch.observe(document.body, { childList: true, subtree: true, characterData: true })
      }),
    text,
  )

const submit = async (browser: APIRequestContext, brief: string): Promise<number> => {
  const form = await (await browser.get('/requests/new')).text()
  const began = Date.now()
  const answer = await browser.post('/requests', {
    multipart: {
      formToken: hidden(form, 'formToken'),
      submissionId: hidden(form, 'submissionId'),
      priority: 'urgent',
      brief,
      detail: 'Measured.',
      environment: 'production',
      answerBy: 'phone',
    },
  })
  if (!answer.ok()) throw new Error(`the portal refused the request: ${answer.status()}`)
  return began
}

await withBenchWorld(async ({ bus, backend, folder }) => {
  const { window, kill } = await launchDesk({ profile: join(folder, 'desk'), backend: backend.url, busAddress: bus.address })
  await signInAtDesk(window, people.engineer.email)
  await expect(window.getByTestId('connection')).toHaveAttribute('data-phase', 'live', { timeout: 60_000 })

  const browser = await request.newContext({ baseURL: backend.url, extraHTTPHeaders: { origin: backend.url } })
  const signIn = await browser.get('/sign-in')
  await browser.post('/sign-in', {
    form: { formToken: /name="formToken"/.test(await signIn.text()) ? hidden(await signIn.text(), 'formToken') : '', next: '/requests', email: customer, password: people.passphrase },
  })

  const rows: number[] = []
  const notifications: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const brief = `Measured arrival ${String(round).padStart(3, '0')}`
    await window.getByRole('searchbox', { name: 'Filter the queue' }).fill(brief)
    const appears = rowAppears(window, brief)
    const shows = bus.waitForNotification(({ body }) => body.includes(brief))
    const began = await submit(browser, brief)
    rows.push((await appears) - began)
    notifications.push(performance.timeOrigin + (await shows).shownAt - began)
  }
  await browser.dispose()
  await kill()
  console.log('One desk, idle backend, embedded database')
  console.log(sayRow('submit at the portal → row on the desk', summarize(rows)))
  console.log(sayRow('submit at the portal → notification on the bus', summarize(notifications)))
})
