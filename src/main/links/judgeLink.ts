export type LinkVerdict = { readonly allowed: true; readonly url: string } | { readonly allowed: false; readonly reason: string }

const schemes: ReadonlySet<string> = new Set(['https:', 'mailto:', 'tel:'])

/**
 * Whether an address may be given to the operating system, re-written by the URL parser so that what is judged is what
 * is opened. Beside https, mailto and tel only the desk's own backend may be plain http: its portal on loopback.
 */
export function judgeLink(address: string, backendOrigin: string | null): LinkVerdict {
  if (!URL.canParse(address)) return { allowed: false, reason: `“${address.slice(0, 80)}” is not a web address.` }
  const url = new URL(address)
  if (url.username !== '' || url.password !== '') return { allowed: false, reason: 'Addresses with a user name or password in them are not opened.' }
  const ownPortal = url.protocol === 'http:' && backendOrigin !== null && url.origin === backendOrigin
  if (schemes.has(url.protocol) || ownPortal) return { allowed: true, url: url.href }
  return { allowed: false, reason: `The desk opens web pages (https), mail addresses and phone numbers, not ${url.protocol} addresses.` }
}
