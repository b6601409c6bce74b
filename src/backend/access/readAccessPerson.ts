import type { AccessRequest } from '../../domain/access/accessRequest'

/** The person a request for access is about, as given; null = not given, for an engineer to ask (R32, R33). */
export type AccessPerson = Pick<AccessRequest, 'name' | 'phone' | 'email'>

/** In characters: what is longer is no name, number or address. */
const longest = 200

const labels = {
  name: /^(?:full\s+)?name$/i,
  phone: /^(?:(?:contact|phone|telephone|mobile|cell|direct)\s*)?(?:number|phone|telephone|tel|mobile|cell)(?:\s*(?:number|no\.?))?$/i,
  email: /^e-?mail(?:\s*address)?$/i,
} as const

const address = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu
const number = /(?:\+?\d[\d\s().-]{5,}\d)(?:\s*(?:x|ext\.?)\s*\d+)?|\(\d{3}\)\s*\d{3}[\s.-]?\d{4}/giu

const labelled = (lines: readonly string[], label: RegExp): string | null => {
  for (const line of lines) {
    const [, name = '', value = ''] = /^\s*[-*•]?\s*([^:=]{2,30}?)\s*[:=]\s*(.+)$/u.exec(line) ?? []
    if (label.test(name.trim()) && value.trim() !== '' && value.length <= longest) return value.trim()
  }
  return null
}

/** The one of its kind in the text; null when there is none, or several, so that no guess is made. */
const only = (found: Iterable<string>): string | null => {
  const different = new Set([...found].map((each) => each.trim()))
  const [first = null] = different
  return different.size === 1 ? first : null
}

/**
 * Reads name, number and e-mail address out of a letter: from lines such as `Name: Sam Lee`, else the only number and the
 * only foreign address in it. A name without a label is not guessed. `writer` = the letter's own address, left out of the search.
 */
export const readAccessPerson = (text: string, writer: string): AccessPerson => {
  // What was quoted below is another letter.
  const lines = text.slice(0, 20_000).split('\n').filter((line) => !line.startsWith('>'))
  const body = lines.join('\n')
  const addresses = [...body.matchAll(address)].map(([found]) => found.toLowerCase()).filter((found) => found !== writer.toLowerCase())
  const given = labelled(lines, labels.email)?.match(address)?.[0] ?? null
  return {
    name: labelled(lines, labels.name),
    phone: labelled(lines, labels.phone) ?? only([...body.matchAll(number)].map(([found]) => found)),
    email: given?.toLowerCase() ?? only(addresses),
  }
}
