import { app, clipboard, nativeTheme } from 'electron'
import { join } from 'node:path'
import { instantShape } from '../../protocol/shapes'
import type { BackendLink } from '../backendProcess/backendLink'
import { saveFile } from '../files/saveFile'
import type { RequestHandlers } from '../ipc/handleRequest'
import { openLink } from '../links/openLink'
import type { NotificationCenter } from '../notifications/notificationCenter'
import { OutboxJournal } from '../outboxJournal/outboxJournal'
import type { ScopeKeyVault } from '../scopeKeys/scopeKeyVault'
import type { SessionVault } from '../session/sessionVault'
import type { SettingsStore } from '../settings/openSettings'
import type { DeskTray } from '../tray/deskTray'
import type { MainWindow } from '../windows/mainWindow'

export interface HandlerParts {
  readonly folder: string
  readonly settings: SettingsStore
  readonly backend: BackendLink
  readonly vault: SessionVault
  readonly scopeKeys: ScopeKeyVault
  readonly notifications: NotificationCenter
  readonly tray: DeskTray
  readonly mainWindow: () => MainWindow
}

const done = { outcome: 'done' } as const
const startedAt = instantShape.parse(Date.now())

/** What main does for each request of the desk. */
export function requestHandlers({ folder, settings, backend, vault, scopeKeys, notifications, tray, mainWindow }: HandlerParts): RequestHandlers {
  const journal = new OutboxJournal(join(folder, 'outbox.journal'))
  return {
    'app.describe': () => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      platform: process.platform,
      startedAt,
    }),
    'backend.describe': () => backend.describe(),
    'backend.connect': async ({ url }) => {
      const before = backend.origin()
      const outcome = await backend.connect(url)
      // A session belongs to the backend that gave it; another one must never be shown its token.
      if (outcome.outcome === 'done' && backend.origin() !== before) await vault.save(null)
      return outcome
    },
    'session.load': () => vault.load(),
    'session.save': ({ refreshToken }) => vault.save(refreshToken),
    'scopeKeys.give': ({ name }) => scopeKeys.give(name),
    'scopeKeys.destroy': async ({ name }) => {
      try {
        await scopeKeys.destroy(name)
        return done
      } catch (error) {
        return { outcome: 'failed', reason: `The key could not be destroyed on this computer: ${error instanceof Error ? error.message : String(error)}` }
      }
    },
    'settings.read': () => settings.read(),
    'settings.write': ({ backendUrl, ...changes }) => {
      if (backendUrl !== undefined && backendUrl !== settings.read().backendUrl) {
        throw new Error('The backend is changed by connecting to it, so that the desk leaves the old one in order.')
      }
      const all = settings.write(changes)
      nativeTheme.themeSource = all.theme
      return all
    },
    'notifications.show': (args) => notifications.show(args),
    'notifications.close': ({ key }) => {
      notifications.close(key)
      return done
    },
    'tray.update': (summary) => {
      tray.update(summary)
      return done
    },
    'journal.append': async (entry) => {
      try {
        await journal.append(entry)
        return done
      } catch (error) {
        return { outcome: 'failed', reason: `This could not be saved on this computer: ${error instanceof Error ? error.message : String(error)}` }
      }
    },
    'journal.read': () => journal.read(),
    'journal.drop': async (args) => {
      await journal.drop(args)
      return done
    },
    'clipboard.write': async ({ text }) => {
      await clipboard.writeText(text)
      return done
    },
    'links.open': ({ url }) => openLink(url, backend.origin()),
    'files.save': (args) => saveFile(mainWindow().window, args),
  }
}
