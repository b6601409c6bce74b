import { createHash, timingSafeEqual } from 'node:crypto'
import { providerSignature } from './providerSignature'
import type { FormFields } from './providerSignature'

/** The same address with and without the usual port: what the provider signed depends on who calls for it. */
const spellingsOf = (url: string): readonly string[] => {
  const [, scheme, host, rest = ''] = /^(https?:\/\/)([^/?#]+)(.*)$/s.exec(url) ?? []
  if (scheme === undefined || host === undefined) return [url]
  const bare = host.replace(/:\d+$/, '')
  return [...new Set([url, `${scheme}${bare}${rest}`, `${scheme}${bare}:${scheme === 'https://' ? 443 : 80}${rest}`])]
}

/** Hashed first, so that equal time is taken whatever the lengths. */
const isEqual = (a: string, b: string): boolean => {
  const [left, right] = [a, b].map((text) => createHash('sha256').update(text).digest())
  return left !== undefined && right !== undefined && timingSafeEqual(left, right)
}

/** Whether the provider signed this address with these fields. `signature` is the header's; undefined = there is none. */
export const isSignedByProvider = (token: string, signature: string | undefined, url: string, fields: FormFields): boolean => {
  if (signature === undefined) return false
  return spellingsOf(url).map((spelling) => isEqual(providerSignature(token, spelling, fields), signature)).includes(true)
}
