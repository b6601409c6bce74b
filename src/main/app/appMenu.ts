import { Menu } from 'electron'

export interface MenuActions {
  readonly showQueue: () => void
  readonly showSettings: () => void
  readonly quit: () => void
}

/** Sets the application's menu. Hidden on Linux and Windows until Alt is pressed; its keys work all the same. */
export function setAppMenu({ showQueue, showSettings, quit }: MenuActions, devTools: boolean): void {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: 'Desk',
        submenu: [
          { label: 'Queue', click: showQueue },
          { label: 'Settings', accelerator: 'CommandOrControl+,', click: showSettings },
          { type: 'separator' },
          { label: 'Quit', accelerator: 'CommandOrControl+Q', click: quit },
        ],
      },
      { role: 'editMenu' },
      {
        label: 'View',
        submenu: [
          { role: 'resetZoom' },
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { role: 'togglefullscreen' },
          ...(devTools ? [{ type: 'separator' as const }, { role: 'toggleDevTools' as const }] : []),
        ],
      },
      { role: 'windowMenu' },
    ]),
  )
}
