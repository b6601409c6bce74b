import type { Session } from 'electron'
import { CONSOLE_ORIGIN } from './consoleOrigin'

const granted: ReadonlySet<string> = new Set(['notifications', 'clipboard-sanitized-write'])

/** True for the two permissions the desk uses, and only for its own origin. Chromium writes origins with or without a final slash. */
export function mayUse(permission: string, origin: string): boolean {
  return granted.has(permission) && (origin === CONSOLE_ORIGIN || origin === `${CONSOLE_ORIGIN}/`)
}

/** Denies every permission of a session but the two, at the request as well as at the silent check, and every device. */
export function restrictPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(mayUse(permission, originOf(details.requestingUrl)))
  })
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) => mayUse(permission, requestingOrigin))
  session.setDevicePermissionHandler(() => false)
}

function originOf(address: string): string {
  return address.startsWith(`${CONSOLE_ORIGIN}/`) ? CONSOLE_ORIGIN : address
}
