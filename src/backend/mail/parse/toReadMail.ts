import { domainToASCII } from 'node:url'
import type { AddressObject, ParsedMail } from 'mailparser'
import { storableText } from '../../db/storableText'
import { bodyOf } from './bodyOf'
import { clipText } from './clipText'
import { mailAddress } from './mailAddress'
import { telltaleHeaders } from './readMail'
import type { ReadMail } from './readMail'
import { textOfHtml } from './textOfHtml'

/** A line of a list, in characters; a subject that is longer also stands in the text, whole. */
const longestLine = 200
/** In bytes: the longest line of a header (RFC 5322). */
const longestId = 998
/** References and recipients looked at, and files taken one by one. Honest mail stays far below. */
const most = 100

const oneLine = (text: string): string => storableText(text.replace(/\s+/gu, ' ').trim())

const addressesOf = (field: AddressObject | AddressObject[] | undefined): { name: string; address: string }[] =>
  [field ?? []].flat().flatMap(({ value }) =>
    value
      .flatMap((entry) => entry.group ?? [entry])
      .flatMap((entry) => {
        const address = mailAddress(entry.address ?? '')
        return address === null ? [] : [{ name: clipText(oneLine(entry.name), longestLine), address }]
      }),
  )

/** The first sender. A domain that only pretends to be an international one decodes to somebody else's: that is no sender. */
const senderOf = (mail: ParsedMail): ReadMail['from'] => {
  const sender = addressesOf(mail.from)[0] ?? null
  const pretends = mail.headerLines.some(({ key, line }) => key === 'from' && /@xn--/i.test(line)) && !/\bxn--/.test(domainToASCII(sender?.address.split('@')[1] ?? ''))
  return pretends ? null : sender
}

/** An id that can be looked for and answered, or null. */
const idOf = (given: string | undefined): string | null => {
  const id = storableText(given?.trim() ?? '')
  return id === '' || Buffer.byteLength(id) > longestId ? null : id
}

const headersOf = (mail: ParsedMail): Record<string, string> =>
  Object.fromEntries(
    mail.headerLines
      .filter(({ key }) => (telltaleHeaders as readonly string[]).includes(key))
      .map(({ key, line }) => [key, clipText(oneLine(line.slice(line.indexOf(':') + 1)).toLowerCase(), longestId)]),
  )

const attachmentsOf = (mail: ParsedMail): ReadMail['attachments'] =>
  mail.attachments.map(({ filename, contentType, content }, index) => ({
    // A forwarded message is a part without a name.
    name: filename ?? (contentType === 'message/rfc822' ? 'forwarded message.eml' : `attachment ${index + 1}`),
    content: new Uint8Array(content),
  }))

/** The few things intake uses of what the library read of `raw`, all of it storable and none of it endless; nothing of the mail is lost (P36). */
export const toReadMail = async (mail: ParsedMail, raw: Uint8Array): Promise<ReadMail> => {
  const html = mail.html === false ? '' : (mail.html ?? '')
  const read = storableText((mail.text?.trim() || (html === '' ? '' : await textOfHtml(html))).trim())
  const subject = oneLine(mail.subject ?? '')
  const { text, attachments } = whole(raw, subject, read, attachmentsOf(mail), html)
  return {
    messageId: idOf(mail.messageId),
    refersTo: [mail.inReplyTo ?? [], mail.references ?? []].flat().slice(0, most).flatMap((id) => idOf(id) ?? []),
    from: senderOf(mail),
    recipients: [...addressesOf(mail.to), ...addressesOf(mail.cc)].slice(0, most).map(({ address }) => address),
    subject: subject.length <= longestLine ? subject : `${clipText(subject, longestLine - 1)}…`,
    text,
    headers: headersOf(mail),
    attachments,
  }
}

/** HTML that cannot be told as text comes as a file; so does the mail itself when nothing of it could be told, or when it holds too many files. */
const whole = (raw: Uint8Array, subject: string, read: string, files: ReadMail['attachments'], html: string): Pick<ReadMail, 'text' | 'attachments'> => {
  const text = subject.length <= longestLine ? read : `${subject}\n\n${read}`.trim()
  const message = { name: 'complete message.eml', content: raw }
  if (files.length > most) return { text: `${text}\n\n… This mail has ${files.length} files. It is attached as it came.`.trim(), attachments: [message] }
  if (read === '' && html.trim() !== '') return { text, attachments: [...files, { name: 'message.html', content: new Uint8Array(Buffer.from(html)) }] }
  return { text, attachments: read === '' && files.length === 0 && saysMoreThan(raw, subject) ? [message] : files }
}

/** Whether a mail of which at most the subject could be told has a body, or a head that says nothing. */
const saysMoreThan = (raw: Uint8Array, subject: string): boolean => {
  const body = bodyOf(raw)
  const rest = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1')
  return rest.trim() !== '' && (body !== raw || subject === '')
}
