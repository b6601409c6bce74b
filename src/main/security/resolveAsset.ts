import { isAbsolute, relative, resolve } from 'node:path'
import { CONSOLE_HOST, CONSOLE_SCHEME } from './consoleOrigin'

/** Segments of plain file names only: no `..`, no hidden file, no backslash, colon, control character or left-over percent sign. */
const PLAIN_PATH = /^(?:\/[A-Za-z0-9_~@-][A-Za-z0-9._~@-]*)+$/

/**
 * The file that an `app://console/…` address means, or null when it means none. The address is a stranger's: it is
 * decoded once, must then consist of plain names, and the result must lie inside `root`.
 * @param root absolute folder of the built desk
 */
export function resolveAsset(root: string, address: string): string | null {
  const path = pathOf(address)
  if (path === null) return null
  const wanted = path === '/' ? '/index.html' : path
  if (!PLAIN_PATH.test(wanted)) return null
  const file = resolve(root, `.${wanted}`)
  const inside = relative(root, file)
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? null : file
}

function pathOf(address: string): string | null {
  try {
    const url = new URL(address)
    if (url.protocol !== `${CONSOLE_SCHEME}:` || url.host !== CONSOLE_HOST) return null
    return decodeURIComponent(url.pathname)
  } catch {
    // Not an address, or a broken percent sequence: it names no file.
    return null
  }
}
