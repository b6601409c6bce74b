import { array, constantFrom, double, integer, nat, oneof, sample, tuple } from 'fast-check'
import type { Arbitrary } from 'fast-check'

/** A raw mail as latin-1 text: one character a byte. */
type Raw = string

const hostile = [
  '\0', '\r', '\n', '\t', ' ', '\u00ff\u00fe', '\u00ed\u00a0\u00bd', '=?utf-8?B?////?=', '=?utf-8?Q?=00=ED=A0=80?=', '=?UTF-16LE?B?PdgA?=', '=?x?y?z?=', '"', '<', '>', ';', '(', ':', '@', '\\', '%', '*0*=', 'A'.repeat(70_000), '\u00f0\u009f\u0093\u00a0'.repeat(300),
] as const
const charsets = ['utf-7', 'utf-16', 'utf-32', 'iso-2022-jp', 'euc-kr', 'gb18030', 'big5', 'koi8-r', 'windows-1255', 'cp437', 'x-unknown', '', '"', 'utf-8; utf-8', 'hz-gb-2312', 'base64'] as const
const encodings = ['base64', 'quoted-printable', '7bit', '8bit', 'binary', 'x-uuencode', 'gzip', '', 'BASE64 (x)'] as const
const types = ['text/plain', 'text/html', 'multipart/mixed; boundary=b1', 'multipart/alternative; boundary=""', 'multipart/report', 'message/rfc822', 'message/partial', 'message/delivery-status', 'application/ms-tnef', 'text/calendar', 'image/png', '/', ''] as const
const headers = ['From', 'Sender', 'Reply-To', 'To', 'Cc', 'Subject', 'Message-ID', 'In-Reply-To', 'References', 'Date', 'Content-Type', 'Content-Disposition', 'Auto-Submitted', 'Precedence', 'Importance', 'X-Priority', 'Return-Path', 'List-Id', 'X-Loop'] as const

const headEnd = (raw: Raw): number => {
  const at = raw.search(/\r?\n\r?\n/)
  return at < 0 ? raw.length : at
}
const inHead = (raw: Raw, change: (lines: readonly string[]) => readonly string[]): Raw => {
  const end = headEnd(raw)
  return change(raw.slice(0, end).split(/\r?\n/)).join('\r\n') + raw.slice(end)
}
const at = (list: readonly unknown[], where: number): number => Math.floor(where * list.length)

type Change = (raw: Raw) => Raw

const anywhere = double({ min: 0, max: 0.999, noNaN: true })
const replaceAll = (pattern: RegExp, values: readonly string[], text: (value: string) => string): Arbitrary<Change> =>
  constantFrom(...values).map((value) => (raw) => raw.replaceAll(pattern, () => text(value)))

/** One change at a place the structure gives: a header, a boundary, a charset, an encoding, a part; or any byte. */
const change: Arbitrary<Change> = oneof(
  tuple(anywhere, constantFrom(...hostile)).map(([where, what]): Change => (raw) => raw.slice(0, where * raw.length) + what + raw.slice(where * raw.length)),
  tuple(anywhere, constantFrom(...hostile)).map(([where, what]): Change => (raw) => inHead(raw, (lines) => lines.with(at(lines, where), `${lines[at(lines, where)] ?? ''}${what}`))),
  tuple(constantFrom(...headers), constantFrom(...hostile)).map(([name, what]): Change => (raw) => `${name}: ${what}\r\n${raw}`),
  anywhere.map((where): Change => (raw) => inHead(raw, (lines) => lines.toSpliced(at(lines, where), 1))),
  anywhere.map((where): Change => (raw) => inHead(raw, (lines) => [...lines, lines[at(lines, where)] ?? ''])),
  tuple(anywhere, anywhere).map(([one, other]): Change => (raw) => inHead(raw, (lines) => lines.with(at(lines, one), lines[at(lines, other)] ?? ''))),
  replaceAll(/charset="?[^"\s;]*"?/gi, charsets, (value) => `charset=${value}`),
  replaceAll(/Content-Transfer-Encoding: *[^\r\n]*/gi, encodings, (value) => `Content-Transfer-Encoding: ${value}`),
  replaceAll(/Content-Type: *[^\r\n;]*/gi, types, (value) => `Content-Type: ${value}`),
  replaceAll(/boundary=("[^"]*"|[^\s;]*)/gi, ['boundary=', 'boundary=x', 'boundary="--"', 'boundary*0=a; boundary*1=b'], (value) => value),
  anywhere.map((where): Change => (raw) => raw.slice(0, where * raw.length)),
  tuple(anywhere, anywhere).map(([from, to]): Change => (raw) => raw + raw.slice(Math.min(from, to) * raw.length, Math.max(from, to) * raw.length)),
  integer({ min: 2, max: 20 }).map((depth): Change => (raw) => `${'Content-Type: message/rfc822\r\n\r\n'.repeat(depth)}${raw}`),
  constantFrom<Change>((raw) => raw.replaceAll('\r\n', '\n'), (raw) => raw.replaceAll('\r\n', '\r'), (raw) => raw.replaceAll('\r\n', '\n\r')),
  tuple(anywhere, integer({ min: 0, max: 255 })).map(([where, byte]): Change => (raw) => {
    const index = Math.floor(where * raw.length)
    return raw.slice(0, index) + String.fromCharCode(byte) + raw.slice(index + 1)
  }),
)

/** Mails grown from `seeds` by up to six changes; the same `seed` gives the same mails. */
export const mutateMail = (seeds: readonly Buffer[], count: number, seed: number): readonly Buffer[] =>
  sample(
    tuple(nat({ max: seeds.length - 1 }), array(change, { minLength: 1, maxLength: 6 })).map(([which, changes]) =>
      // A change may double a mail: past this size it is a bomb, and those have their own tests.
      Buffer.from(changes.reduce<Raw>((raw, one) => (raw.length > 2_000_000 ? raw : one(raw)), (seeds[which] ?? Buffer.alloc(0)).toString('latin1')), 'latin1'),
    ),
    { numRuns: count, seed },
  )
