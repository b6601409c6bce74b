/** In bytes; no mail server delivers to a longer one (RFC 5321, 4.5.3.1.3). */
const longestAddress = 254

/** Lower case of ASCII alone: a Kelvin sign that became a "k" would turn a stranger's address into a customer's. */
const lowerAscii = (text: string): string => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())

/** An address in lower case, or null when nobody could be written to at it: without @, too long, or with what no address holds. */
export const mailAddress = (given: string): string | null => {
  const address = lowerAscii(given.trim())
  return Buffer.byteLength(address) <= longestAddress && /^[^\s\p{Cc}\p{Cf}\p{Cs}<>,;]+@[^\s\p{Cc}\p{Cf}\p{Cs}<>,;@]+$/u.test(address) ? address : null
}
