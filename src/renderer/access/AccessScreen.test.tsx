import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { AccessRequest } from '../../domain/access/accessRequest'
import { toInstant } from '../../domain/calendar/time'
import { exampleContact, examplePolicy } from '../../domain/fixtures/examples'
import type { JournalEntry } from '../../protocol/ipc/messages'
import { useCacheStore } from '../cache/cacheStore'
import type { DeskCache } from '../cache/deskCache'
import { writeMeta } from '../cache/readMeta'
import { exampleEngineer } from '../fixtures/exampleEngineer'
import { exampleId } from '../fixtures/exampleId'
import { openExampleCache } from '../fixtures/openExampleCache'
import { AccessScreen } from './AccessScreen'

// The bridge is read when its module is first imported, so it must be there before.
const journalled = vi.hoisted(() => {
  const entries: JournalEntry[] = []
  const append = async (entry: JournalEntry) => {
    entries.push(entry)
    return { outcome: 'done' }
  }
  Object.assign(globalThis, { desk: { journal: { append, read: async () => ({ entries, damaged: 0 }) } } })
  return entries
})

const customerId = exampleId(70)
const primary = exampleContact({ id: exampleId(72), customerId, siteId: null, name: 'Ruth Vang', email: 'ruth@lakeside.example', access: 'primary' })
const request: AccessRequest = {
  id: exampleId(60), rev: 1, customerId, kind: 'addition', name: 'Sam Lee', phone: '952-555-0177', email: 'sam@lakeside.example',
  requestedBy: { email: primary.email, contactId: primary.id }, requestedAt: toInstant(Date.now()), text: 'Please add Sam.', state: 'open', contactId: null, decision: null,
}

let cache: DeskCache
let root: Root
let box: HTMLElement

beforeEach(async () => {
  journalled.length = 0
  cache = await openExampleCache()
  await cache.table('policy').put(examplePolicy())
  await cache.table('engineer').bulkPut([exampleEngineer(1), exampleEngineer(2, { role: 'installation' })])
  await cache.table('customer').put({ id: customerId, rev: 1, name: 'Lakeside Clinic', accountNumber: 'LC-1', phone: '', accountManager: { name: '', email: '' }, maintenanceWindow: '', quirks: '' })
  await cache.table('contact').put(primary)
  await writeMeta(cache, 'cursor', { epoch: exampleId(90), seq: 1, scopeV: 0, schema: 1 })
  useCacheStore.setState({ cache, queue: null, engineerId: exampleId(1) })
  box = document.body.appendChild(document.createElement('div'))
  root = createRoot(box)
})
afterEach(async () => {
  root.unmount()
  box.remove()
  useCacheStore.setState({ cache: null, queue: null, engineerId: null })
  await cache.delete()
})

const draw = async (...rows: readonly AccessRequest[]): Promise<void> => {
  await cache.table('accessRequest').bulkPut([...rows])
  root.render(<AccessScreen />)
}
const says = async (words: string): Promise<void> => vi.waitFor(() => expect(box.textContent).toContain(words))
const button = (name: string): HTMLButtonElement | null => [...document.querySelectorAll('button')].find((each) => each.textContent?.startsWith(name)) ?? null
/** What `look` finds, once it is there. */
const present = async <T,>(look: () => T | null | undefined): Promise<T> =>
  vi.waitFor(() => {
    const found = look() ?? null
    if (found === null) throw new Error('not there yet')
    return found
  })
const press = async (name: string): Promise<void> => {
  await vi.waitFor(() => expect(button(name)).not.toBeNull())
  button(name)?.click()
}

test('R32 shows who asks for whom, the account and the time it is due, and grants from the keyboard’s own buttons', async () => {
  await draw(request)
  for (const words of ['Sam Lee', 'Lakeside Clinic', 'ruth@lakeside.example', 'access due', 'Addition by the primary contact']) await says(words)
  await press('Grant…')
  await vi.waitFor(() => expect(document.body.textContent).toContain('Grant access to Sam Lee'))
  await vi.waitFor(() => expect([...document.querySelectorAll('button')].some(({ textContent, disabled }) => textContent.startsWith('GrantCtrl') && !disabled)).toBe(true))
  await press('GrantCtrl')
  await says('Granted here, not sent yet')
  expect(journalled).toMatchObject([{ mutation: { name: 'grantAccess', args: { requestId: request.id, customerId, kind: 'addition' } } }])
  expect(await cache.outbox.toArray()).toMatchObject([{ ticketId: null, command: { name: 'grantAccess' } }])
  expect(button('Deny…')).toBeNull()
})

test('R32 R33 names what is missing and that there is no account yet; nothing is granted before both are given', async () => {
  await draw({ ...request, customerId: null, kind: 'temporary', phone: null })
  await says('Missing: contact number')
  await says('No account yet')
  await press('Grant…')
  const field = await present(() => document.querySelector<HTMLInputElement>('input[type="tel"]'))
  expect(document.body.textContent).toContain('Not in the request: ask ruth@lakeside.example.')
  await vi.waitFor(() => expect(button('GrantCtrl')?.disabled).toBe(true))
  const account = await present(() => [...document.querySelectorAll<HTMLElement>('[role="radio"]')].find(({ textContent }) => textContent.includes('Lakeside Clinic')))
  account.click()
  await vi.waitFor(() => expect(button('GrantCtrl')?.disabled).toBe(false))
  await press('GrantCtrl')
  await vi.waitFor(() => expect(document.body.textContent).toContain('access is not given without it'))
  expect(journalled).toEqual([])
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, '952-555-0190')
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await vi.waitFor(() => expect(field.value).toBe('952-555-0190'))
  await press('GrantCtrl')
  await says('Granted here, not sent yet')
  expect(journalled).toMatchObject([{ mutation: { name: 'grantAccess', args: { customerId, kind: 'temporary', found: { phone: '952-555-0190' } } } }])
})

test('R4 who may not look after access sees why', async () => {
  useCacheStore.setState({ engineerId: exampleId(2) })
  await draw(request)
  await says('Not for your role')
  expect(button('Grant…')).toBeNull()
})

test('R24 an empty list says where requests come from', async () => {
  await draw()
  await says('Nobody waits for access')
  await says(examplePolicy().values.accessAddress)
})
