import { join } from 'node:path'
import { Menu, Tray, nativeImage } from 'electron'
import { firstSummary, trayView } from './trayView'
import type { TraySummary } from './trayView'

export interface TrayParts {
  readonly icons: string
  readonly openQueue: () => void
  readonly openTicket: (ticketId: string) => void
  readonly quit: () => void
}

/** The desk's place in the tray. It shows the last summary it was given. */
export class DeskTray {
  readonly #parts: TrayParts
  #tray: Tray
  #summary: TraySummary = firstSummary

  constructor(parts: TrayParts) {
    this.#parts = parts
    this.#tray = this.#make()
    this.#draw()
  }

  update(summary: TraySummary): void {
    this.#summary = summary
    this.#draw()
  }

  /** Makes the tray item anew: some desktops drop it while the computer sleeps. */
  rebuild(): void {
    this.#tray.destroy()
    this.#tray = this.#make()
    this.#draw()
  }

  destroy(): void {
    this.#tray.destroy()
  }

  #make(): Tray {
    const tray = new Tray(this.#image())
    tray.on('click', this.#parts.openQueue)
    return tray
  }

  #image(): Electron.NativeImage {
    return nativeImage.createFromPath(join(this.#parts.icons, `tray-${trayView(this.#summary).image}.png`))
  }

  #draw(): void {
    const { tooltip, tickets, lines } = trayView(this.#summary)
    const { openQueue, openTicket, quit } = this.#parts
    this.#tray.setImage(this.#image())
    this.#tray.setToolTip(tooltip)
    this.#tray.setContextMenu(
      Menu.buildFromTemplate([
        ...tickets.map(({ ticketId, label }) => ({ label, click: () => openTicket(ticketId) })),
        ...(tickets.length === 0 ? [] : [{ type: 'separator' as const }]),
        { label: 'Open queue', click: openQueue },
        { type: 'separator' },
        ...lines.map((label) => ({ label, enabled: false })),
        { type: 'separator' },
        { label: 'Quit', click: quit },
      ]),
    )
  }
}
