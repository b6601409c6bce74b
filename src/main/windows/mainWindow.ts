import { BrowserWindow, nativeTheme } from 'electron'
import type { DeskEvent, DeskEventPayload } from '../../protocol/ipc/deskApi'
import { restartDelay } from '../app/restartDelay'
import { CONSOLE_ADDRESS } from '../security/consoleOrigin'
import type { DeskState } from '../settings/deskState'
import type { DeskStore } from '../settings/openStore'
import { rememberPlace, windowPlace } from './windowPlace'

export interface MainWindowParts {
  readonly preload: string
  readonly icon: string
  readonly state: DeskStore<DeskState>
  readonly devTools: boolean
  /** Open without showing: the desk starts in the tray. */
  readonly hidden: boolean
  /** True once the person has chosen to end the desk; until then closing only hides. */
  readonly isQuitting: () => boolean
}

/** The one window of the desk. It goes on working while hidden, and comes back by itself when its page dies. */
export class MainWindow {
  readonly window: BrowserWindow
  readonly #parts: MainWindowParts
  #pageListens = false
  #held: (() => void)[] = []
  #deaths: number[] = []

  /** Opens the window and loads the desk; shown as soon as the page has painted something. */
  constructor(parts: MainWindowParts) {
    this.#parts = parts
    this.window = new BrowserWindow({
      ...windowPlace(parts.state.read()),
      show: false,
      title: 'Engineer Console',
      icon: parts.icon,
      autoHideMenuBar: true,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#14171c' : '#f7f8fa',
      webPreferences: {
        preload: parts.preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        // A hidden desk must still sync and raise alerts.
        backgroundThrottling: false,
        // Chromium would fetch its dictionaries from a stranger's server.
        spellcheck: false,
        devTools: parts.devTools,
      },
    })
    rememberPlace(this.window, parts.state)
    this.#watchWindow()
    this.#watchPage()
    if (parts.state.read().window?.maximized === true && !parts.hidden) this.window.maximize()
    this.#load()
  }

  /** True for the contents of this window alone. */
  owns(contentsId: number): boolean {
    return !this.window.isDestroyed() && this.window.webContents.id === contentsId
  }

  /** Brings the window before the person, whatever state it is in. */
  show(): void {
    if (this.window.isMinimized()) this.window.restore()
    this.window.show()
    this.window.focus()
  }

  /** Tells the page something. What happens while the page (re)loads is told when it is there. */
  send<E extends DeskEvent>(event: E, payload: DeskEventPayload<E>): void {
    if (this.window.isDestroyed()) return
    if (this.#pageListens) this.window.webContents.send(event, payload)
    else this.#held = [...this.#held, () => this.window.webContents.send(event, payload)].slice(-50)
  }

  /** Loads the page anew, with the content policy of now. */
  reload(): void {
    if (!this.window.isDestroyed()) this.#load()
  }

  #load(): void {
    this.#pageListens = false
    this.window.loadURL(CONSOLE_ADDRESS).catch((error: unknown) => {
      console.error(`The desk's page did not load: ${String(error)}`)
    })
  }

  #watchWindow(): void {
    const { window } = this
    if (!this.#parts.hidden) window.once('ready-to-show', () => window.show())
    window.on('close', (event) => {
      if (this.#parts.isQuitting()) return
      event.preventDefault()
      window.hide()
    })
    // The page's title is the window's name to the desktop; it stays the product's.
    window.on('page-title-updated', (event) => event.preventDefault())
  }

  #watchPage(): void {
    const contents = this.window.webContents
    contents.on('dom-ready', () => {
      this.#pageListens = true
      const held = this.#held
      this.#held = []
      for (const tell of held) tell()
    })
    contents.on('render-process-gone', (_event, { reason, exitCode }) => {
      this.#pageListens = false
      if (reason === 'clean-exit' || this.#parts.isQuitting()) return
      this.#deaths = [...this.#deaths, performance.now()].slice(-10)
      const wait = restartDelay(this.#deaths)
      console.error(`The desk's page ended (${reason}, code ${exitCode}). It is loaded again in ${wait} ms.`)
      setTimeout(() => this.reload(), wait)
    })
  }
}
