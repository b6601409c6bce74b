/** Names that mean devices on Windows, with or without an extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?:\..*)?$/i
const MAX_BYTES = 200

/**
 * A plain file name out of a stranger's: no folder, no control or direction-changing characters, nothing a file
 * system forbids or reads as a device, at most 200 bytes with the extension kept (P41). Never empty.
 */
export function cleanFileName(name: string): string {
  const base = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = base
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/[<>:"|?*]/g, '_')
    .replace(/^[\s.]+/u, '')
    .replace(/[\s.]+$/u, '')
  if (plain === '') return 'attachment'
  return shorten(RESERVED.test(plain) ? `_${plain}` : plain)
}

function shorten(name: string): string {
  if (Buffer.byteLength(name) <= MAX_BYTES) return name
  const extension = /\.[A-Za-z0-9]{1,12}$/.exec(name)?.[0] ?? ''
  const stem = Buffer.from(name.slice(0, name.length - extension.length)).subarray(0, MAX_BYTES - extension.length)
  // A character cut in two at the end reads as U+FFFD.
  return `${stem.toString('utf8').replace(/\uFFFD+$/u, '').trimEnd()}${extension}`
}
