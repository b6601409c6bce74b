/**
 * A mail made to break its reader. `heavy` ones take their reader seconds, so only the long check sends them. Sizes stay below the SMTP limit: what is larger is refused before anybody
 * reads it.
 */
export interface MailBomb {
  readonly name: string
  readonly raw: () => Buffer
  readonly heavy: boolean
}

const head = 'From: bomber@elsewhere.example\r\nTo: support@thefaxguys.example\r\nSubject: Bomb\r\nMIME-Version: 1.0\r\n'
const text = (name: string, say: () => string): MailBomb => ({ name, raw: () => Buffer.from(say(), 'latin1'), heavy: false })
const heavy = (name: string, say: () => string): MailBomb => ({ ...text(name, say), heavy: true })

const nested = (depth: number): string => {
  const lines = Array.from({ length: depth }, (_, level) => `Content-Type: multipart/mixed; boundary="n${level}"\r\n\r\n--n${level}\r\n`)
  return `${head}${lines.join('')}Content-Type: text/plain\r\n\r\nat the bottom\r\n`
}
const html = (body: string): string => `${head}Content-Type: text/html\r\n\r\n${body}`

/** Bombs of the field, each by another weight: depth, number, width, decoding. */
export const mailBombs: readonly MailBomb[] = [
  text('10,000 parts within each other', () => nested(10_000)),
  text('10,000 messages within each other', () => `${head}${'Content-Type: message/rfc822\r\n\r\n'.repeat(10_000)}Subject: innermost\r\n\r\nx`),
  text('20,000 parts beside each other', () => `${head}Content-Type: multipart/mixed; boundary=m\r\n\r\n${'--m\r\n\r\nx\r\n'.repeat(20_000)}--m--`),
  text('50,000 headers', () => `${Array.from({ length: 50_000 }, (_, index) => `X-${index}: y\r\n`).join('')}${head}\r\nx`),
  text('one header of 3 MB', () => `${head}X-Long: ${'y'.repeat(3_000_000)}\r\n\r\nx`),
  heavy('100,000 recipients', () => `${head}Cc: ${'a@x.example, '.repeat(70_000)}b@x.example\r\n\r\nx`),
  text('100,000 references', () => `${head}References: ${'<a@x> '.repeat(100_000)}\r\n\r\nx`),
  text('encoded words without end', () => `From: x@x.example\r\nSubject: ${'=?utf-8?Q?=F0=9F=93=A0?= '.repeat(30_000)}\r\n\r\nx`),
  text('encoded words within encoded words', () => `From: x@x.example\r\nSubject: ${'=?utf-8?Q?'.repeat(60_000)}${'?='.repeat(60_000)}\r\n\r\nx`),
  heavy('10 MB of quoted-printable', () => `${head}Content-Transfer-Encoding: quoted-printable\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${'=F0=9F=93=A0=\r\n'.repeat(700_000)}`),
  heavy('25 MB of base64', () => `${head}Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\n${'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAxMjM0NTY3\r\n'.repeat(300_000)}`),
  heavy('25 MB of one line', () => `${head}\r\n${'x'.repeat(25_000_000)}`),
  heavy('5 MB of line ends', () => `${head}\r\n${'\r\n'.repeat(2_500_000)}`),
  heavy('HTML nested 100,000 deep', () => html('<div>'.repeat(100_000))),
  heavy('a table of 200,000 cells', () => html(`<table>${'<tr><td>x'.repeat(200_000)}`)),
  text('1,000,000 tags that never close', () => html('<a <b <'.repeat(300_000))),
  heavy('500,000 entities', () => html('&amp;&#x1f4e0;&nbsp'.repeat(500_000))),
  heavy('a picture named by 100,000 places', () => `${head}Content-Type: multipart/related; boundary=r\r\n\r\n--r\r\nContent-Type: text/html\r\n\r\n${'<img src="cid:p">'.repeat(100_000)}\r\n--r\r\nContent-Type: image/png\r\nContent-ID: <p>\r\nContent-Transfer-Encoding: base64\r\n\r\n${'QUJD'.repeat(50_000)}\r\n--r--`),
  heavy('addresses of comments within comments', () => `From: ${'('.repeat(200_000)}x@x.example\r\n\r\nx`),
  heavy('a Content-Type of 50,000 parameters', () => `${head}Content-Type: text/plain${Array.from({ length: 40_000 }, (_, index) => `; p*${index}*=%41`).join('')}\r\n\r\nx`),
  heavy('a flowed text of 400,000 lines', () => `${head}Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\n${'> > x \r\n'.repeat(400_000)}`),
]
