import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { sessionGrantShape } from '../../src/protocol/session/session'
import { pullResponseShape } from '../../src/protocol/sync/pull'
import { openTcpProxy } from '../faults/tcpProxy'
import { people, signInAtDesk, test } from './lib/world'

const colleague = { name: 'Miguel Arroyo', email: 'miguel.arroyo@thefaxguys.example' }
const takenBack = 'Written to the wrong ticket.'
const kept = 'The trunk dropped twice this morning.'

/** The colleague's desk as far as this journey needs one: a device that pushes. */
const signInColleague = async (url: string) => {
  const device = randomUUID()
  const ask = async (path: string, body: unknown, token = ''): Promise<Response> =>
    fetch(`${url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify(body) })
  const grant = sessionGrantShape.parse(await (await ask('/api/session', { email: colleague.email, password: people.passphrase, device: { id: device, name: 'colleague' } })).json())
  let mut = 0
  return {
    ticketId: async (number: string | null): Promise<string> => {
      const page = pullResponseShape.parse(await (await ask('/api/sync/pull', { device, cursor: null, limit: 5_000 }, grant.accessToken)).json())
      return String(page.rows.find(({ table, row }) => table === 'ticket' && String(row['number']) === number)?.row['id'])
    },
    give: async (name: string, args: object) => {
      mut += 1
      return ask('/api/sync/push', { device, mutations: [{ mut, name, version: 1, args: { eventId: randomUUID(), ...args }, base: {}, clientTime: Date.now() }] }, grant.accessToken)
    },
  }
}

const note = async (window: Page, text: string): Promise<void> => {
  await window.keyboard.press('n')
  await window.getByRole('textbox', { name: 'Internal note' }).fill(text)
  await window.keyboard.press('Control+Enter')
  await expect(window.getByTestId('ticket-view')).toContainText(text)
}

test('P7 a priority two engineers changed unseen: both versions are on screen, one key gives mine; what was taken back never arrives', async ({ world }) => {
  test.setTimeout(120_000)
  const backend = await world.startBackend()
  const line = await openTcpProxy(backend.port)
  world.atEnd(line.close)
  const { window } = await world.startDesk({ backend: line.url })
  await signInAtDesk(window, people.engineer.email)
  await expect(window.getByTestId('queue-row').first()).toBeVisible({ timeout: 30_000 })
  const row = window.locator('[data-testid="queue-row"][data-priority="medium"]').first()
  await row.click()
  const ticket = window.getByTestId('ticket-view')
  const number = await row.getAttribute('data-ticket-number')
  const connection = window.getByTestId('connection')
  await expect(connection).toHaveAttribute('data-phase', 'live')

  line.set('cut')
  await expect(connection).toHaveAttribute('data-phase', 'offline', { timeout: 40_000 })
  await ticket.focus()
  await window.keyboard.press('p')
  await window.getByRole('radio', { name: /^High/ }).click()
  await window.getByRole('textbox', { name: 'Why' }).fill('three sites report it')
  await window.keyboard.press('Control+Enter')
  await expect(connection).toHaveAttribute('data-unsent', '1')
  await note(window, takenBack)
  await note(window, kept)
  await expect(connection).toHaveAttribute('data-unsent', '3')

  await window.keyboard.press('g')
  await window.keyboard.press('o')
  const outbox = window.getByRole('dialog', { name: 'Outbox' })
  await outbox.getByRole('listitem').filter({ hasText: takenBack }).getByRole('button', { name: /^Take back/ }).click()
  await expect(outbox.getByRole('listitem')).toHaveCount(2)
  await window.keyboard.press('Escape')
  await expect(ticket).not.toContainText(takenBack)

  const other = await signInColleague(backend.url)
  const answer = await other.give('setPriority', { ticketId: await other.ticketId(number), priority: 'low', productionDown: false, reason: 'one cover page' })
  expect(await answer.json()).toMatchObject({ results: [{ outcome: 'applied' }] })

  line.set('open')
  await expect(connection).toHaveAttribute('data-unsent', '0', { timeout: 40_000 })
  await expect(ticket).toContainText('Priority was not accepted')
  await expect(ticket).toContainText(/Miguel Arroyo changed the priority from Medium to Low: one cover page/)
  await expect(ticket.getByText('three sites report it')).toBeVisible()
  await expect(ticket).toContainText(kept)
  await expect(ticket).not.toContainText(takenBack)

  await ticket.focus()
  await window.keyboard.press('y')
  await expect(ticket).not.toContainText('Priority was not accepted')
  await expect(window.locator(`[data-testid="queue-row"][data-ticket-number="${number}"]`)).toHaveAttribute('data-priority', 'high')
  await expect(connection).toHaveAttribute('data-unsent', '0', { timeout: 20_000 })
})
