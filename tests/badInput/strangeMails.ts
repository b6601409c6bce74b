import { randomUUID } from 'node:crypto'

/** A mail as some program somewhere really sends it, or as an attacker would. */
export interface StrangeMail {
  readonly name: string
  /** The bytes, from `sender` where the mail says a sender at all; each call makes another Message-ID. */
  readonly raw: (sender: string) => Buffer
}

type Lines = readonly string[]

/** Latin-1, so that a character below 256 is that byte. */
const bytes = (lines: Lines, end = '\r\n'): Buffer => Buffer.from(lines.join(end), 'latin1')
const head = (sender: string, ...more: Lines): Lines => [`From: Pat Lind <${sender}>`, 'To: support@thefaxguys.example', `Message-ID: <${randomUUID()}@customer.example>`, 'MIME-Version: 1.0', ...more]
const simple = (name: string, headers: Lines, body: Lines): StrangeMail => ({ name, raw: (sender) => bytes([...head(sender, ...headers), '', ...body]) })
const whole = (name: string, raw: StrangeMail['raw']): StrangeMail => ({ name, raw })

const base64 = (text: string | Buffer): string => Buffer.from(text).toString('base64').replaceAll(/(.{76})/g, '$1\r\n')
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const part = (boundary: string, headers: Lines, body: Lines): Lines => [`--${boundary}`, ...headers, '', ...body]
const multipart = (subtype: string, boundary: string, parts: readonly Lines[], more = ''): readonly [string, Lines] => [
  `Content-Type: multipart/${subtype}; boundary="${boundary}"${more}`,
  [...parts.flat(), `--${boundary}--`],
]

const pictures = ((): StrangeMail => {
  const [alternativeType, alternative] = multipart('alternative', 'alt', [
    part('alt', ['Content-Type: text/plain; charset=utf-8'], ['Faxes stop.']),
    part('alt', ['Content-Type: text/html; charset=utf-8'], ['<p>Faxes stop. <img src="cid:shot@x"></p>']),
  ])
  const [type, body] = multipart('related', 'rel', [part('rel', [alternativeType], alternative), part('rel', ['Content-Type: image/png', 'Content-ID: <shot@x>', 'Content-Disposition: inline', 'Content-Transfer-Encoding: base64'], [png])])
  return simple('alternative within related, with an inline picture', ['Subject: Screenshot', type], body)
})()

const mixed = (name: string, subject: string, parts: readonly Lines[], more = ''): StrangeMail => {
  const [type, body] = multipart('mixed', 'b1', parts, more)
  return simple(name, [`Subject: ${subject}`, type], body)
}
const text = part('b1', ['Content-Type: text/plain'], ['Please look.'])
const file = (name: string, headers: Lines, body: Lines): StrangeMail => mixed(name, name, [text, part('b1', headers, body)])

const inner = (depth: number): Lines =>
  depth === 0 ? ['Subject: innermost', '', 'Here it began.'] : [`Subject: level ${depth}`, 'Content-Type: message/rfc822', '', ...inner(depth - 1)]

/** Mail of every kind the field knows: charsets, structures, broken encodings, calendars, reports, and none at all. */
export const strangeMails: readonly StrangeMail[] = [
  pictures,
  mixed('signed by S/MIME', 'Signed', [text, part('b1', ['Content-Type: application/pkcs7-signature; name=smime.p7s', 'Content-Transfer-Encoding: base64', 'Content-Disposition: attachment; filename=smime.p7s'], [base64('no real signature')])], '; protocol="application/pkcs7-signature"; micalg=sha-256'),
  simple('encrypted by S/MIME', ['Subject: Encrypted', 'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m', 'Content-Transfer-Encoding: base64', 'Content-Disposition: attachment; filename=smime.p7m'], [base64(Buffer.alloc(300, 7))]),
  file('TNEF of an old mail program', ['Content-Type: application/ms-tnef; name=winmail.dat', 'Content-Transfer-Encoding: base64'], [base64(Buffer.from([0x78, 0x9f, 0x3e, 0x22, 0, 0, 1, 6, 0x90, 8, 0]))]),
  simple('ISO-2022-JP', ['Subject: =?ISO-2022-JP?B?GyRCRnxLXDhsGyhC?=', 'Content-Type: text/plain; charset=ISO-2022-JP'], ['\u001b$BF|K\\8l\u001b(B']),
  simple('EUC-KR', ['Subject: =?EUC-KR?B?x9GxuQ==?=', 'Content-Type: text/plain; charset=EUC-KR'], ['\u00c7\u00d1\u00b1\u00b9']),
  simple('UTF-7', ['Subject: =?UTF-7?Q?Gr+APYA3w-e?=', 'Content-Type: text/plain; charset=UTF-7'], ['Gr+APYA3w-e +2D0- half a pair']),
  simple('UTF-16 with half a pair', ['Subject: =?UTF-16LE?B?PdgBANja?=', 'Content-Type: text/plain; charset=UTF-16LE', 'Content-Transfer-Encoding: base64'], [Buffer.from('ok \ud83d no', 'utf16le').toString('base64')]),
  simple('a charset nobody knows', ['Subject: =?X-MARTIAN?B?////?=', 'Content-Type: text/plain; charset="x-martian\\"'], ['\u00ff\u00fe words']),
  simple('8 bit in headers', ['Subject: Gr\u00f6\u00dfe ge\u00e4ndert', 'Content-Type: text/plain'], ['Gr\u00f6\u00dfe']),
  simple('broken base64', ['Subject: Broken', 'Content-Type: text/plain', 'Content-Transfer-Encoding: base64'], ['SGVsbG8*#!=====', 'x', '====']),
  simple('broken quoted-printable', ['Subject: =?utf-8?Q?=ZZ=C3?=', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable'], ['=ZZ =C3', '=', '=0']),
  simple('quoted NUL and half pairs', ['Subject: =?utf-8?Q?a=00b=ED=A0=80?=', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable'], ['a=00b =ED=A0=BD']),
  simple('NUL bytes everywhere', ['Subject: a\0b', 'Content-Type: text/plain'], ['x\0y\0']),
  simple('uuencode in the text', ['Subject: Old', 'Content-Transfer-Encoding: x-uuencode'], ['begin 644 a.txt', '#86)C', '`', 'end']),
  simple('format=flowed', ['Subject: Flowed', 'Content-Type: text/plain; format=flowed; delsp=yes'], ['A line that goes ', 'on here.', '> quoted ', '> on']),
  simple('HTML and nothing else', ['Subject: HTML', 'Content-Type: text/html'], ['<table><tr><td>Fax <b>queue', '<script>alert(1)</script><style>p{}</style>']),
  simple('message within message, six deep', ['Subject: Fwd', 'Content-Type: message/rfc822'], inner(6)),
  simple('boundary promised and never used', ['Subject: None', 'Content-Type: multipart/mixed; boundary=never'], ['There are no parts.']),
  simple('no boundary at all', ['Subject: None', 'Content-Type: multipart/mixed'], ['--', 'x', '----']),
  simple('an empty boundary', ['Subject: Empty', 'Content-Type: multipart/mixed; boundary=""'], ['--', 'Content-Type: text/plain', '', 'x', '----']),
  simple('a boundary that is a pattern', ['Subject: Pattern', 'Content-Type: multipart/mixed; boundary="(a+)+$.*[\\"'], ['--(a+)+$.*[', '', 'x']),
  simple('cut off within a part', ['Subject: Cut', 'Content-Type: multipart/mixed; boundary=cut'], ['--cut', 'Content-Type: application/pdf', 'Content-Transfer-Encoding: base64', '', 'JVBERi0xL']),
  file('attachment name of RFC 2231', ['Content-Type: application/octet-stream', "Content-Disposition: attachment; filename*0*=UTF-8''%e2%82%ac%20; filename*1*=rates%00%2F..; filename*2=.txt"], ['x']),
  file('attachment name of encoded words', ['Content-Type: text/plain; name="=?ISO-2022-JP?B?GyRCJUYlOSVIGyhC?="', 'Content-Disposition: attachment'], ['x']),
  file('attachment name that leads elsewhere', ['Content-Disposition: attachment; filename="../../../etc/cron.d/x\0.png"'], ['x']),
  file('attachment without content', ['Content-Type: application/pdf', 'Content-Disposition: attachment; filename=empty.pdf'], []),
  file('calendar invitation', ['Content-Type: text/calendar; method=REQUEST; charset=utf-8'], ['BEGIN:VCALENDAR', 'METHOD:REQUEST', 'BEGIN:VEVENT', 'UID:1', 'DTSTART:20261124T160000Z', 'SUMMARY:Upgrade', 'END:VEVENT', 'END:VCALENDAR']),
  whole('delivery report', (sender) => {
    const [type, body] = multipart('report', 'r', [part('r', ['Content-Type: text/plain'], ['Not delivered.']), part('r', ['Content-Type: message/delivery-status'], ['Reporting-MTA: dns; x', '', `Final-Recipient: rfc822; ${sender}`, 'Action: failed', 'Status: 5.1.1']), part('r', ['Content-Type: message/rfc822'], ['Subject: ours', '', 'x'])], '; report-type=delivery-status')
    return bytes(['From: MAILER-DAEMON@mx.example', `Message-ID: <${randomUUID()}@mx.example>`, 'Subject: Undelivered', type, '', ...body])
  }),
  simple('read receipt', ['Subject: Read', 'Content-Type: multipart/report; report-type=disposition-notification; boundary=d'], ['--d', '', 'Read.', '--d', 'Content-Type: message/disposition-notification', '', 'Disposition: manual-action/MDN-sent-manually; displayed', '--d--']),
  simple('structured headers upside down', ['Subject:', ' ', '\tfolded', 'Content-Type: ;;;', 'Content-Transfer-Encoding: 8bit (comment', 'Content-Disposition: =', 'References: <<<>>> <', 'In-Reply-To: not an id'], ['x']),
  simple('a group as recipients', ['Subject: Group', 'Cc: undisclosed-recipients:;, A Group: a@x.example, "B, C" <b@x.example>;'], ['x']),
  simple('a subject of 300,000 characters', [`Subject: ${'word '.repeat(60_000)}`], ['x']),
  simple('a subject of emoji', [`Subject: =?utf-8?B?${Buffer.from('\u{1f4e0}'.repeat(400)).toString('base64')}?=`], ['x']),
  simple('a text whose middle is an emoji', ['Subject: Long', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64'], [base64(`x${'\u{1f4e0}'.repeat(60_000)}`)]),
  whole('a Message-ID of 30,000 characters', (sender) => bytes([`From: ${sender}`, `Message-ID: <${Array.from({ length: 900 }, () => randomUUID()).join('')}@x>`, 'Subject: Long id', '', 'x'])),
  whole('a sender of 30,000 characters', () => bytes([`From: ${Array.from({ length: 900 }, () => randomUUID()).join('')}@far.example`, 'Subject: Long sender', '', 'x'])),
  whole('a display name of 300,000 characters', (sender) => bytes([`From: "${'Pat '.repeat(75_000)}" <${sender}>`, `Message-ID: <${randomUUID()}@x>`, 'Subject: Long name', '', 'x'])),
  whole('a sender with a NUL', (sender) => bytes([`From: =?utf-8?Q?Pat=00?= <p\0${sender}>`, `Message-ID: <a\0${randomUUID()}@x>`, 'Subject: NUL', '', 'x'])),
  whole('no From', () => bytes([`Message-ID: <${randomUUID()}@x>`, 'Subject: Who', '', 'x'])),
  whole('two From', (sender) => bytes([`From: ${sender}`, 'From: other@elsewhere.example', `Message-ID: <${randomUUID()}@x>`, 'Subject: Two', '', 'x'])),
  whole('a From that is no address', () => bytes(['From: the fax machine in room 7', 'Subject: Room', '', 'x'])),
  whole('an address list with a broken quote', (sender) => bytes([`From: "Lind, Pat <${sender}>`, `Message-ID: <${randomUUID()}@x>`, '', 'x'])),
  whole('bare LF', (sender) => bytes([...head(sender, 'Subject: LF'), '', 'one', 'two'], '\n')),
  whole('bare CR', (sender) => bytes([...head(sender, 'Subject: CR'), '', 'one', 'two'], '\r')),
  whole('headers and no body', (sender) => bytes(head(sender, 'Subject: Only a head'))),
  whole('an mbox line first', (sender) => bytes(['From pat Tue Nov 24 10:00:00 2026', ...head(sender, 'Subject: mbox'), '', '>From here'])),
  whole('a byte order mark first', (sender) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes([...head(sender, 'Subject: BOM'), '', 'x'])])),
  whole('an empty mail', () => Buffer.alloc(0)),
  whole('one line end', () => Buffer.from('\r\n')),
  whole('nothing but noise', () => Buffer.from(Uint8Array.from({ length: 4_096 }, (_, index) => (index * 7_919) % 256))),
  whole('40,000 dots', () => Buffer.from('.\r\n'.repeat(40_000))),
]
