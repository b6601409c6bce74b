import { app, dialog } from 'electron'
import { claimSingleInstance } from './app/claimSingleInstance'
import { LaunchOptionError, launchOptions } from './app/launchOptions'
import { startDesk } from './app/startDesk'
import { hardenContents } from './security/hardenContents'
import { registerConsoleScheme } from './security/registerConsoleScheme'

/** Nothing here is awaited at the top level: Electron is not ready before this module has ended. */
function main(): void {
  const options = launchOptions(process.env, app.isPackaged)
  if (options.profile !== null) app.setPath('userData', options.profile)
  if (!claimSingleInstance()) {
    app.quit()
    return
  }
  hardenContents()
  registerConsoleScheme()
  if (app.isPackaged) app.setAsDefaultProtocolClient('rfx')
  app
    .whenReady()
    .then(() => startDesk(options))
    .catch(giveUp)
}

/** Ends a desk that cannot start, with the reason before the person. */
function giveUp(error: unknown): void {
  const sentence = error instanceof Error ? error.message : String(error)
  console.error(error instanceof LaunchOptionError ? sentence : error)
  dialog.showErrorBox('Engineer Console cannot start', sentence)
  app.exit(1)
}

try {
  main()
} catch (error) {
  giveUp(error)
}
