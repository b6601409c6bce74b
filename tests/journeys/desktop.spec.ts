import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { ROOT } from './lib/launchDesk'
import type { RunningDesk } from './lib/launchDesk'
import type { DeskApi } from '../../src/protocol/ipc/deskApi'
import { test } from './lib/world'

/** Nobody listens there: these journeys are about the desk and its desktop alone. */
const nobody = 'http://127.0.0.1:9'
const ticketId = '3f0c9a52-8a53-4a9e-9d38-0b8a3f5d2a11'

/** Notes in the page what main tells it from now on. */
const noteEvents = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { desk } = window as unknown as { desk: DeskApi }
    const noted: unknown[] = []
    Object.assign(window, { noted })
    desk.on('openTicket', (payload) => noted.push(['openTicket', payload.ticketId]))
    desk.on('show', (payload) => noted.push(['show', payload.screen]))
    desk.on('wake', (payload) => noted.push(['wake', payload.reason]))
  })

const notedEvents = (page: Page): Promise<unknown[]> => page.evaluate(() => (window as unknown as { noted: unknown[] }).noted)

const isVisible = ({ app }: RunningDesk): Promise<boolean> => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false)

const closeWindow = ({ app }: RunningDesk): Promise<void> => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())

test('a hidden desk raises an urgent notification, and its click opens the ticket', async ({ world }) => {
  const desk = await world.startDesk({ backend: nobody })
  await noteEvents(desk.window)
  await closeWindow(desk)
  await expect.poll(() => isVisible(desk)).toBe(false)

  const outcome = desk.window.evaluate(
    (id) => (window as unknown as { desk: DeskApi }).desk.notifications.show({ key: 'journey', title: 'Urgent: Lakeside Clinic', body: 'Inbound faxing stopped', ticketId: id, urgent: true, silent: false }),
    ticketId,
  )
  const shown = await world.bus.waitForNotification(({ title }) => title === 'Urgent: Lakeside Clinic')
  expect(await outcome).toEqual({ outcome: 'shown' })
  expect(shown).toMatchObject({ body: 'Inbound faxing stopped', urgency: 2, timeout: 0, actions: ['default'] })

  world.bus.clickNotification(shown.id)
  await expect.poll(() => notedEvents(desk.window)).toContainEqual(['openTicket', ticketId])
  await expect.poll(() => isVisible(desk)).toBe(true)
})

test('a notification is replaced by the next of its key, taken back on request, and suppressed when switched off', async ({ world }) => {
  const { window } = await world.startDesk({ backend: nobody })
  const show = (title: string): Promise<unknown> =>
    window.evaluate(
      ([words, id]) => (globalThis as unknown as { desk: DeskApi }).desk.notifications.show({ key: 'journey', title: words, body: '', ticketId: id, urgent: true, silent: true }),
      [title, ticketId] as const,
    )
  await show('first')
  await show('second')
  const first = await world.bus.waitForNotification(({ title }) => title === 'first')
  await world.bus.waitForClosed(first.id)
  const second = await world.bus.waitForNotification(({ title }) => title === 'second')
  await window.evaluate(() => (globalThis as unknown as { desk: DeskApi }).desk.notifications.close({ key: 'journey' }))
  await world.bus.waitForClosed(second.id)

  await window.evaluate(() => (globalThis as unknown as { desk: DeskApi }).desk.settings.write({ notifications: { urgent: false, sound: true } }))
  expect(await show('third')).toMatchObject({ outcome: 'suppressed' })
  expect(world.bus.notifications.map(({ title }) => title)).not.toContain('third')
})

test('closing hides the window, the tray brings it back and ends the desk', async ({ world }) => {
  const desk = await world.startDesk({ backend: nobody })
  await noteEvents(desk.window)
  await expect.poll(() => world.bus.trayTooltip()).toMatch(/^Engineer Console — no urgent unacknowledged · /)
  await closeWindow(desk)
  await expect.poll(() => isVisible(desk)).toBe(false)

  await world.bus.clickTrayMenu('Open queue')
  await expect.poll(() => isVisible(desk)).toBe(true)
  await expect.poll(() => notedEvents(desk.window)).toContainEqual(['show', 'queue'])

  const ended = once(desk.app.process(), 'exit')
  await world.bus.clickTrayMenu('Quit')
  expect(await ended).toEqual([0, null])
})

test('P23 waking tells the page and brings a new tray item', async ({ world }) => {
  const desk = await world.startDesk({ backend: nobody })
  await noteEvents(desk.window)
  await world.bus.trayTooltip()
  const items = world.bus.trayItems.length
  await desk.app.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('resume')
  })
  await expect.poll(() => notedEvents(desk.window)).toContainEqual(['wake', 'resume'])
  await expect.poll(() => world.bus.trayItems.length).toBe(items + 1)
})

test('a second start brings the first window up, with the ticket of its link', async ({ world }) => {
  const desk = await world.startDesk({ backend: nobody })
  await noteEvents(desk.window)
  await closeWindow(desk)
  const [code] = await startAgain(world.folder('desk'), [`rfx://ticket/${ticketId}`])
  expect(code).toBe(0)
  await expect.poll(() => notedEvents(desk.window)).toContainEqual(['openTicket', ticketId])
  await expect.poll(() => isVisible(desk)).toBe(true)
})

test('a mistake in the environment is named, and the desk does not start', async ({ world }) => {
  const [code, said] = await startAgain(world.folder('desk'), [], { ENGINEER_CONSOLE_BACKEND: 'http://support.example.com' })
  expect(code).toBe(1)
  expect(said).toContain('ENGINEER_CONSOLE_BACKEND: support.example.com must be reached by https')
})

test('P5 the page comes back after it died, at the same place on the screen at the next start', async ({ world }) => {
  const desk = await world.startDesk({ backend: nobody })
  const bounds = { x: 60, y: 40, width: 1111, height: 777 }
  await desk.app.evaluate(({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]?.setBounds(place), bounds)
  const renderer = (): Promise<number> =>
    desk.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      return contents === undefined || contents.isCrashed() || contents.isLoading() ? 0 : contents.getOSProcessId()
    })
  const first = await renderer()
  process.kill(first, 'SIGKILL')
  await expect.poll(async () => ![0, first].includes(await renderer())).toBe(true)
  const answer = await desk.app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('window.desk.app.describe().then((app) => app.platform)') as Promise<unknown>,
  )
  expect(answer).toBe(process.platform)
  await desk.close()

  const again = await world.startDesk({ backend: nobody })
  expect(await again.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())).toEqual(bounds)
})

test('P48 a hostile script in the page gets nothing beyond the named functions', async ({ world }) => {
  const { window, app } = await world.startDesk({ backend: nobody })
  const seen = await window.evaluate(async () => {
    const { desk } = globalThis as unknown as { desk: DeskApi }
    const status = (address: string): Promise<string> => fetch(address).then(({ status: code }) => String(code), () => 'blocked')
    const state = (name: string): Promise<string> => navigator.permissions.query({ name: name as PermissionName }).then((answer) => answer.state)
    const frame = document.createElement('iframe')
    document.body.append(frame)
    // A string for code is what the policy must stop; the page's own functions may run.
    Reflect.apply(setTimeout, globalThis, ['globalThis.evaluated = true', 0])
    const opened = globalThis.window.open('https://example.com')
    location.href = 'https://example.com/'
    await new Promise((resolve) => {
      setTimeout(resolve, 250)
    })
    return {
      node: typeof Reflect.get(globalThis, 'require') + typeof Reflect.get(globalThis, 'process'),
      inFrame: typeof (frame.contentWindow as unknown as { desk?: unknown }).desk,
      evaluated: Reflect.get(globalThis, 'evaluated') === true,
      opened: opened === null,
      address: location.href,
      files: await Promise.all(['..%2fmain/index.js', '%2e%2e%5cmain%5cindex.js', '..%2f..%2fpackage.json', '%2fetc%2fpasswd'].map((path) => status(`app://console/${path}`))),
      elsewhere: await Promise.all([status('https://example.com/'), status('http://127.0.0.1:10/'), status('file:///etc/passwd')]),
      permissions: await Promise.all(['geolocation', 'camera', 'microphone', 'clipboard-read', 'midi'].map(state)),
      link: await desk.links.open({ url: 'file:///etc/passwd' }),
      channel: await desk.journal.drop({ engineerId: '../../x', upToMut: 1 }).catch((error: unknown) => String(error)),
      names: Object.keys(desk).toSorted(),
    }
  })
  expect(seen).toEqual({
    node: 'undefinedundefined',
    inFrame: 'undefined',
    evaluated: false,
    opened: true,
    address: 'app://console/',
    files: ['404', '404', '404', '404'],
    elsewhere: ['blocked', 'blocked', 'blocked'],
    permissions: ['denied', 'denied', 'denied', 'denied', 'denied'],
    link: { outcome: 'refused', reason: 'The desk opens web pages (https), mail addresses and phone numbers, not file: addresses.' },
    channel: expect.stringContaining('engineerId') as unknown,
    names: ['app', 'backend', 'clipboard', 'files', 'journal', 'links', 'notifications', 'on', 'scopeKeys', 'session', 'settings', 'tray'],
  })
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

/** Starts Electron on the built desk as an operating system would, and waits for its end. */
async function startAgain(profile: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<readonly [code: number | null, said: string]> {
  const program = createRequire(import.meta.url)('electron') as string
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(program, [...sandbox, '--disable-gpu', ROOT, ...args], {
    env: { ...process.env, ENGINEER_CONSOLE_PROFILE: profile, ENGINEER_CONSOLE_BACKEND: nobody, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code] = (await once(child, 'exit', { signal: AbortSignal.timeout(20_000) })) as [number | null]
  return [code, said]
}
