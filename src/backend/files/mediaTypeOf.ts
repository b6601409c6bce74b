import { fileTypeFromBuffer } from 'file-type'

/** How many bytes from a file's start are enough to know its type. */
export const sniffedBytes = 4_100

/**
 * The media type by content: what a name or a sender claims is never believed. Text without a signature is
 * `text/plain` when it is valid UTF-8 without NUL, else `application/octet-stream`.
 */
export const mediaTypeOf = async (start: Uint8Array): Promise<string> => {
  const known = await fileTypeFromBuffer(start)
  if (known) return known.mime
  return readsAsText(start) ? 'text/plain' : 'application/octet-stream'
}

const readsAsText = (start: Uint8Array): boolean => {
  if (start.includes(0)) return false
  try {
    // `stream`: the sniffed part may end inside a character.
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true })
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}
