import { hostname } from 'node:os'
import { join } from 'node:path'
import { app, nativeTheme, powerMonitor, session } from 'electron'
import { BackendLink } from '../backendProcess/backendLink'
import { EmbeddedBackend } from '../backendProcess/embeddedBackend'
import { handleRequests } from '../ipc/handleRequest'
import { NotificationCenter } from '../notifications/notificationCenter'
import { restrictPermissions } from '../security/permissions'
import { serveConsole } from '../security/serveConsole'
import { serveDevelopment } from '../security/serveDevelopment'
import { openScopeKeys } from '../scopeKeys/openScopeKeys'
import { openVault } from '../session/openVault'
import { openDeskState } from '../settings/deskState'
import { openSettings } from '../settings/openSettings'
import { DeskTray } from '../tray/deskTray'
import { MainWindow } from '../windows/mainWindow'
import { setAppMenu } from './appMenu'
import { builtFiles } from './builtFiles'
import { onSecondInstance } from './claimSingleInstance'
import type { LaunchOptions } from './launchOptions'
import { deepLinkIn, parseDeepLink } from './parseDeepLink'
import { watchQuitting } from './quitting'
import { requestHandlers } from './requestHandlers'

const report = (sentence: string): void => console.error(sentence)

/** Builds the desk's parts and opens the window. Electron must be ready. The window opens before any backend runs. */
export async function startDesk(options: LaunchOptions): Promise<void> {
  const folder = app.getPath('userData')
  const appIcon = join(builtFiles.icons, 'app.png')
  const devTools = !app.isPackaged
  const settings = openSettings(folder, hostname(), report)
  const state = openDeskState(folder, report)
  nativeTheme.themeSource = settings.read().theme

  /** The backend origin that the policy of the loaded page names. */
  let servedOrigin: string | null = null
  const backend = new BackendLink({
    forced: options.backend,
    configured: () => settings.read().backendUrl,
    configure: (backendUrl) => settings.write({ backendUrl }),
    embedded: (changed) =>
      new EmbeddedBackend({
        script: builtFiles.backend,
        dataDir: join(folder, 'backend'),
        demo: options.demo,
        rememberedPorts: () => state.read().ports,
        rememberPorts: (ports) => state.replace({ ...state.read(), ports }),
        changed,
      }),
    changed: (description) => {
      mainWindow?.send('backendChanged', description)
      if (mainWindow !== null && backend.origin() !== servedOrigin) mainWindow.reload()
    },
  })
  let mainWindow: MainWindow | null = null
  await backend.prepare()

  restrictPermissions(session.defaultSession)
  const pages = {
    backendOrigin: () => backend.origin(),
    served: (origin: string | null) => {
      servedOrigin = origin
    },
  }
  if (options.devServer === null) serveConsole(session.defaultSession, { root: builtFiles.renderer, ...pages })
  else serveDevelopment(session.defaultSession, options.devServer, pages)

  const openTicket = (ticketId: string): void => {
    mainWindow?.show()
    mainWindow?.send('openTicket', { ticketId })
  }
  const openScreen = (screen: 'queue' | 'settings'): void => {
    mainWindow?.show()
    mainWindow?.send('show', { screen })
  }
  const notifications = new NotificationCenter({ settings: () => settings.read().notifications, icon: appIcon, clicked: openTicket })
  const { isQuitting } = watchQuitting(async () => {
    notifications.closeAll()
    tray.destroy()
    await backend.stop()
  })
  const opened = new MainWindow({
    preload: builtFiles.preload,
    icon: appIcon,
    state,
    devTools,
    hidden: settings.read().startHidden,
    isQuitting,
  })
  mainWindow = opened
  const tray = new DeskTray({ icons: builtFiles.icons, openQueue: () => openScreen('queue'), openTicket, quit: () => app.quit() })
  const vault = openVault(folder, process.platform, report)
  const scopeKeys = openScopeKeys(folder, process.platform, report)
  handleRequests(
    requestHandlers({ folder, settings, backend, vault, scopeKeys, notifications, tray, mainWindow: () => opened }),
    (contentsId) => opened.owns(contentsId),
  )
  setAppMenu({ showQueue: () => openScreen('queue'), showSettings: () => openScreen('settings'), quit: () => app.quit() }, devTools)

  const follow = (link: { readonly ticketId: string } | null): void => {
    if (link === null) opened.show()
    else openTicket(link.ticketId)
  }
  onSecondInstance((argv) => follow(deepLinkIn(argv)))
  app.on('open-url', (event, url) => {
    event.preventDefault()
    follow(parseDeepLink(url))
  })
  app.on('activate', () => opened.show())
  const firstLink = deepLinkIn(process.argv)
  if (firstLink !== null) openTicket(firstLink.ticketId)

  powerMonitor.on('resume', () => {
    tray.rebuild()
    opened.send('wake', { reason: 'resume' })
  })
  powerMonitor.on('unlock-screen', () => opened.send('wake', { reason: 'unlock' }))

  backend.start()
}
