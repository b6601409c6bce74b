const longest = 120
const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i

/** Shortens the stem, not the ending: the ending tells people what the file is. In characters, not bytes. */
const shorten = (name: string): string => {
  const characters = [...name]
  if (characters.length <= longest) return name
  const ending = /\.[^.\s]{1,12}$/.exec(name)?.[0] ?? ''
  return characters.slice(0, longest - ending.length - 1).join('') + '…' + ending
}

/**
 * A name that is safe to show and to save under: no folders, no control, bidirectional or invisible characters that
 * could make `exe` read as `txt`, no name reserved by an operating system, at most 120 characters. Never empty.
 */
export const safeFileName = (given: string): string => {
  const base = given.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const cleaned = base
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[.\s]+|[.\s]+$/gu, '')
  const named = cleaned === '' ? 'file' : cleaned
  return shorten(reservedOnWindows.test(named) ? `_${named}` : named)
}
