import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

// Hexadecimal, because mail systems on the way may change the case of an address.
const pattern = /(\d{1,12})\.([0-9a-f]{12})\.([0-9a-f]{32})/gi

const sign = (key: Buffer, number: number, salt: string): string =>
  createHmac('sha256', key).update(`ticket ${number} ${salt}`).digest('hex').slice(0, 32)

/** A new token that proves a mail answers one of ours about ticket `number`: `10042.<12 hex>.<32 hex>`. */
export const newReplyToken = (key: Buffer, number: number): string => {
  const salt = randomBytes(6).toString('hex')
  return `${number}.${salt}.${sign(key, number, salt)}`
}

/** The ticket number of the first genuine token in `text` (Message-IDs, addresses), or null. Guessed numbers gain nothing (P38). */
export const ticketOfToken = (key: Buffer, text: string): number | null => {
  for (const [, number = '', salt = '', signature = ''] of text.toLowerCase().matchAll(pattern)) {
    const expected = Buffer.from(sign(key, Number(number), salt))
    if (timingSafeEqual(expected, Buffer.from(signature))) return Number(number)
  }
  return null
}
