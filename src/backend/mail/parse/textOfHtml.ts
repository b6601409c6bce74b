import { simpleParser } from 'mailparser'

/**
 * HTML as plain text. The library only does it for a mail that is nothing but HTML, so the part is handed to it as one:
 * mail programs send pictures and HTML together, without any text, every day. Empty when it cannot be read.
 */
export const textOfHtml = async (html: string): Promise<string> => {
  const alone = `Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(html).toString('base64')}`
  return (await simpleParser(alone)).text ?? ''
}
