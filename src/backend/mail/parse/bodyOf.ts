/** The body of a raw mail as it came; the whole of one without an empty line. */
export const bodyOf = (raw: Uint8Array): Uint8Array => {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  const [crlf, lf] = [bytes.indexOf('\r\n\r\n'), bytes.indexOf('\n\n')]
  if (crlf >= 0) return bytes.subarray(crlf + 4)
  return lf >= 0 ? bytes.subarray(lf + 2) : raw
}
