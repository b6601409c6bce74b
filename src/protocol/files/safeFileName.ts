/** What file systems take of one name, in bytes of UTF-8, with room for what a program adds to it. */
const mostBytes = 200

/** Names that mean devices on Windows, whatever follows the first dot, and blanks before it. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[\d¹²³])\s*(?:\..*)?$/iu

/** Signs that show nothing or turn the direction of reading, so that `exe` could read as `txt`. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu

const bytesOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}

/** The longest beginning of `text` that takes at most `most` bytes; cuts no character in two. */
const beginning = (text: string, most: number): string => {
  let [kept, bytes] = ['', 0]
  for (const character of text) {
    bytes += bytesOf(character)
    if (bytes > most) return kept
    kept += character
  }
  return kept
}

/** Shortens the stem, not the ending: the ending tells people what the file is. */
const shorten = (name: string): string => {
  if (beginning(name, mostBytes) === name) return name
  const ending = /\.[A-Za-z0-9]{1,12}$/.exec(name)?.[0] ?? ''
  return `${beginning(name.slice(0, name.length - ending.length), mostBytes - ending.length - 3).trimEnd()}…${ending}`
}

/**
 * A name that is safe to show and to save under, out of a stranger's (P41): no folder, no unseen or direction-changing
 * characters, nothing a file system forbids, reads as a device or a program as an option; at most 200 bytes. Never empty.
 * A name made safe stays as it is.
 */
export const safeFileName = (given: string): string => {
  const base = given.split(/[\\/]/).at(-1) ?? ''
  const plain = base
    .replace(unseen, (sign) => (/\s/u.test(sign) ? ' ' : ''))
    .normalize('NFC')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/gu, ' ')
    // The look behind keeps a name of thousands of dots from being tried from each of them.
    .replace(/^[.\s]+|(?<![.\s])[.\s]+$/gu, '')
    .replace(/^-+/, '_')
  const named = plain === '' ? 'attachment' : plain
  return shorten(reserved.test(named) ? `_${named}` : named)
}
