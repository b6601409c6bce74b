import { protocol } from 'electron'
import { CONSOLE_SCHEME } from './consoleOrigin'

/** Makes `app:` a standard, secure scheme with cached code. Must run before Electron is ready. */
export function registerConsoleScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: CONSOLE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
  ])
}
