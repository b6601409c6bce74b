export type BackendAddress = { readonly ok: true; readonly origin: string } | { readonly ok: false; readonly reason: string }

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])$/

/** A backend's base address as a person types it: https anywhere, http only on this computer, and no path. */
export function parseBackendAddress(typed: string): BackendAddress {
  const text = typed.trim()
  if (!URL.canParse(text)) return { ok: false, reason: `“${text.slice(0, 80)}” is not an address. Write it like https://support.example.com.` }
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { ok: false, reason: `A backend’s address begins with https://, not ${url.protocol}` }
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) {
    return { ok: false, reason: `${url.hostname} must be reached by https: passwords and customers’ data would cross the network in the clear.` }
  }
  if (url.username !== '' || url.password !== '') return { ok: false, reason: 'Leave user name and password out of the address: the desk asks for them when you sign in.' }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') return { ok: false, reason: `The address ends after the host and port: ${url.origin}` }
  return { ok: true, origin: url.origin }
}
