import { app } from 'electron'
import type { WebContents } from 'electron'

/** Sandboxes every renderer and puts the walls around every page, also one that some later code forgets. Before ready. */
export function hardenContents(): void {
  // Enabling it takes the switch away again, and Chromium then refuses to run at all, as it does for root.
  if (app.commandLine.hasSwitch('no-sandbox')) console.error('The operating-system sandbox is off: --no-sandbox was given.')
  else app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => wallIn(contents))
}

/** No page goes elsewhere, opens a window, or embeds another: the desk is one document that main loads. */
function wallIn(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
