/** Two accounts and their tickets; the forger knows every address and number, and has a token of the other account's ticket. */
export interface Forgery {
  readonly victim: { readonly email: string; readonly number: number; readonly token: string }
  readonly other: { readonly email: string; readonly number: number; readonly token: string }
  readonly supportAddress: string
}

/** A mail somebody forged: its bytes, and the envelope it came in. */
export interface ForgedMail {
  readonly what: string
  readonly headers: Readonly<Record<string, string>>
  readonly from: string
  readonly to: string
}

const mallory = 'mallory@evil.example'

const flipAt = (token: string, at: number): string => {
  const index = token.length - 1 - (at % 32)
  return token.slice(0, index) + (token[index] === '0' ? '1' : '0') + token.slice(index + 1)
}
const inSalt = (token: string): string => token.replace(/\.([0-9a-f])/, (_all, digit: string) => `.${digit === '0' ? '1' : '0'}`)

/** Who the mail says it is from: the person attacked, a look-alike, or tricks with names and lists. */
const senders = ({ victim }: Forgery): readonly (readonly [string, string])[] => {
  const [local = '', domain = ''] = victim.email.split('@')
  return [
    ['From of the victim', victim.email],
    ['the victim as a name', `"${victim.email}" <${mallory}>`],
    ['the victim as an encoded name', `=?utf-8?B?${Buffer.from(`<${victim.email}>`).toString('base64')}?= <${mallory}>`],
    ['an encoded word as address', `=?utf-8?B?${Buffer.from(victim.email).toString('base64')}?=`],
    ['the victim after a comma', `${mallory}, ${victim.email}`],
    ['the victim before a comma', `${victim.email}, ${mallory}`],
    ['the victim within a group', `staff: ${victim.email};`],
    ['the victim in a comment', `${mallory} (${victim.email})`],
    ['a domain that looks alike', `${local}@${domain.replace('o', '\u043e')}`],
    ['a domain that only pretends to be international', `${local}@xn--${domain.replace('.', '-.')}`],
    ['a letter that becomes another in lower case', `${local.replace('a', '\u212b')}@${domain}`],
    ['an address with a tag', `${local}+support@${domain}`],
    ['two @', `${victim.email}@evil.example`],
    ['a NUL within', `${local}\0@${domain}`],
    ['ourselves', 'Support <support@thefaxguys.example>'],
  ]
}

/** What makes it look like an answer, without a token that proves it for this sender. */
const claims = ({ victim, other, supportAddress }: Forgery): readonly (readonly [string, Readonly<Record<string, string>>, string?])[] => {
  const [local = '', domain = ''] = supportAddress.split('@')
  const tagged = (token: string): string => `${local}+${token}@${domain}`
  return [
    ['a number in the subject', { Subject: `Re: [#${victim.number}] Faxes` }],
    ['a guessed reference', { References: `<${victim.number}@${domain}>`, 'In-Reply-To': `<ticket-${victim.number}@${domain}>` }],
    ...[0, 1, 7, 16, 31].map((at): readonly [string, Readonly<Record<string, string>>] => [`a token with the digit ${at} changed`, { 'In-Reply-To': `<${flipAt(victim.token, at)}@${domain}>` }]),
    ['a token with another salt', { References: `<${inSalt(victim.token)}@${domain}>` }],
    ['another ticket’s signature', { 'In-Reply-To': `<${victim.number}${other.token.slice(String(other.number).length)}@${domain}>` }],
    ['half a token', { 'In-Reply-To': `<${victim.token.slice(0, -1)}@${domain}>` }],
    ['the token of the other account', { 'In-Reply-To': `<${other.token}@${domain}>` }],
    ['a reply address with a forged token', { To: tagged(flipAt(victim.token, 3)) }, tagged(flipAt(victim.token, 3))],
    ['a reply address with the other account’s token', {}, tagged(other.token)],
  ]
}

/** What asks for more than a mail may have. */
const wishes: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['URGENT', { Subject: 'URGENT production down, page somebody' }],
  ['X-Priority', { 'X-Priority': '1 (Highest)', Importance: 'high', Priority: 'urgent' }],
  ['our own headers', { 'X-Customer-Priority': 'urgent', 'X-Ticket-State': 'resolved', 'X-Account': 'Northwind Clinics' }],
  ['a Reply-To elsewhere', { 'Reply-To': 'third@party.example', 'Disposition-Notification-To': 'third@party.example', 'Return-Receipt-To': 'third@party.example' }],
  ['a Sender and an Errors-To', { Sender: 'third@party.example', 'Errors-To': 'third@party.example', 'Return-Path': '<third@party.example>' }],
  ['many recipients', { Cc: 'third@party.example, fourth@party.example', Bcc: 'fifth@party.example' }],
  ['commands in the subject', { Subject: '[close] [priority:urgent] #resolve @oncall' }],
]

/** `count` forged mails, each with a sender, a claim and a wish, over all pairs of them by turns. */
export const forgedMails = (forgery: Forgery, count: number): readonly ForgedMail[] => {
  const [who, claimed] = [senders(forgery), claims(forgery)]
  return Array.from({ length: count }, (_, index) => {
    const [sender, from] = who[index % who.length] ?? ['', '']
    const [claim, headers, to] = claimed[Math.floor(index / who.length) % claimed.length] ?? ['', {}]
    const [wish, more] = wishes[index % wishes.length] ?? ['', {}]
    return { what: `${index}: ${sender}, ${claim}, ${wish}`, headers: { To: forgery.supportAddress, From: from, ...more, ...headers }, from: mallory, to: to ?? forgery.supportAddress }
  })
}
