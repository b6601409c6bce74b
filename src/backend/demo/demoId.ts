import { createHash } from 'node:crypto'

/** A UUID of version 5 that is the same on every machine for the same words, so that links into the demo keep working. */
export const demoId = (...words: readonly string[]): string => {
  const hex = createHash('sha1').update(`engineer-console-demo/${words.join('/')}`).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`
}
