import { BrowserWindow, app } from 'electron'
import { join } from 'node:path'

/** The floor: the barest Electron window with a static page. */
if (process.env['BARE_PROFILE']) app.setPath('userData', process.env['BARE_PROFILE'])
// As root there is no sandbox, for the floor as for the desk.
if (process.getuid?.() !== 0) app.enableSandbox()
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, show: true })
  return window.loadFile(join(import.meta.dirname, 'index.html'))
})
app.on('window-all-closed', () => app.quit())
