import type { AddressObject, ParsedMail } from 'mailparser'
import { telltaleHeaders } from './readMail'
import type { ReadMail } from './readMail'
import { textOfHtml } from './textOfHtml'

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

const addressesOf = (field: AddressObject | AddressObject[] | undefined): { name: string; address: string }[] =>
  [field ?? []].flat().flatMap(({ value }) =>
    value
      .flatMap((entry) => entry.group ?? [entry])
      .flatMap(({ name, address }) => (address ? [{ name: oneLine(name), address: address.trim().toLowerCase() }] : [])),
  )

const headersOf = (mail: ParsedMail): Record<string, string> =>
  Object.fromEntries(
    mail.headerLines
      .filter(({ key }) => (telltaleHeaders as readonly string[]).includes(key))
      .map(({ key, line }) => [key, oneLine(line.slice(line.indexOf(':') + 1)).toLowerCase()]),
  )

const attachmentsOf = (mail: ParsedMail): ReadMail['attachments'] =>
  mail.attachments.map(({ filename, contentType, content }, index) => ({
    // A forwarded message is a part without a name.
    name: filename ?? (contentType === 'message/rfc822' ? 'forwarded message.eml' : `attachment ${index + 1}`),
    content: new Uint8Array(content),
  }))

/** The few things intake uses of what the library read. HTML that cannot be told as text comes as a file. */
export const toReadMail = async (mail: ParsedMail): Promise<ReadMail> => {
  const html = mail.html === false ? '' : (mail.html ?? '')
  const text = (mail.text?.trim() || (html === '' ? '' : await textOfHtml(html))).trim()
  const unread = text === '' && html.trim() !== '' ? [{ name: 'message.html', content: new Uint8Array(Buffer.from(html)) }] : []
  return {
    messageId: mail.messageId?.trim() || null,
    refersTo: [mail.inReplyTo ?? [], mail.references ?? []].flat(),
    from: addressesOf(mail.from)[0] ?? null,
    recipients: [...addressesOf(mail.to), ...addressesOf(mail.cc)].map(({ address }) => address),
    subject: oneLine(mail.subject ?? ''),
    text,
    headers: headersOf(mail),
    attachments: [...attachmentsOf(mail), ...unread],
  }
}
