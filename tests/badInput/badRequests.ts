import { constantFrom, integer, oneof, option, record, sample, tuple } from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { InjectOptions } from 'fastify'
import { hostileBodies, hostileJson, hostileParts, hostileQueries, hostileTexts } from './hostileValues'

/** A route as the app registered it: `POST /api/session`. */
export interface KnownRoute {
  readonly method: string
  /** With parameters such as `:id`. */
  readonly url: string
}

/** Who the caller is: genuine sessions of a desk and of a customer, and the customer's genuine form token. */
export interface Caller {
  readonly bearer: string
  readonly cookie: string
  readonly formToken: string
}

type Json = { readonly [key: string]: unknown }

const id = '6f1c2f0e-1111-4222-8333-444455556666'

/** A body each API route would take, were it true. A new route of the API has to be added here before it is attacked well. */
export const soundBodies: Readonly<Record<string, Json>> = {
  'POST /api/session': { email: 'nobody@desk.example', password: 'not it', device: { id, name: 'a desk' } },
  'POST /api/session/refresh': { refreshToken: 'x'.repeat(43), deviceId: id },
  'POST /api/sync/pull': { device: id, cursor: { epoch: id, seq: 1 }, limit: 100 },
  'POST /api/sync/push': { device: id, mutations: [{ mut: 1, name: 'addNote', version: 1, args: { ticketId: id, eventId: id, text: 'x' }, base: {}, clientTime: 1_800_000_000_000 }] },
  'POST /api/sync/digest': { device: id, cursor: { epoch: id, seq: 1 }, limit: 100 },
  'POST /api/devices/:id/revoke': { engineerId: id },
  'POST /api/people/:id': { role: 'helpdesk', active: true },
  'POST /api/held-mail/:id/release': { as: 'ticket' },
  'POST /api/held-mail/:id/discard': { reason: 'Advertising' },
}

/** Every field a form of the portal or a hook of the provider has. */
const formFields = ['formToken', 'email', 'password', 'again', 'next', 'token', 'text', 'brief', 'detail', 'priority', 'environment', 'answerBy', 'submissionId', 'answer', 'name', 'phone', 'company', 'CallSid', 'From', 'To', 'RecordingUrl', 'RecordingDuration', 'RecordingStatus'] as const

/** One place of a body takes a hostile value, by its text, because most of them cannot be said otherwise. */
const withHole = (value: unknown, hole: number, filling: string): string => {
  let place = -1
  const say = (part: unknown): string => {
    place += 1
    if (place === hole) return filling
    if (Array.isArray(part)) return `[${part.map(say).join(',')}]`
    if (typeof part === 'object' && part !== null) return `{${Object.entries(part).map(([key, inner]) => `${JSON.stringify(key)}:${say(inner)}`).join(',')}}`
    return JSON.stringify(part)
  }
  return say(value)
}

const json = (sound: Json): Arbitrary<string | Buffer> =>
  oneof(
    constantFrom(...hostileBodies),
    { weight: 4, arbitrary: tuple(integer({ min: 0, max: 14 }), constantFrom(...hostileJson)).map(([hole, filling]) => withHole(sound, hole, filling)) },
    constantFrom(...hostileJson).map((value) => JSON.stringify(sound).replace(/^\{/, `{"__proto__":${value},"device":${value},`)),
  )

const form: Arbitrary<Readonly<Record<string, string>>> = tuple(constantFrom(...formFields), constantFrom(...hostileTexts), constantFrom(...formFields), constantFrom(...hostileTexts)).map(
  ([one, value, other, second]) => ({ email: 'nobody@northwind.example', password: 'x', text: 'x', next: '/requests', brief: 'x', answer: 'confirm', token: 'x', [one]: value, [other]: second }),
)

const urlencoded = (fields: Readonly<Record<string, string>>): string => new URLSearchParams(fields).toString()
const multipart = (fields: Readonly<Record<string, string>>): string =>
  `${Object.entries(fields).map(([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join('')}--b\r\nContent-Disposition: form-data; name="attachments"; filename="\0../x"\r\n\r\nx\r\n--b--\r\n`

const oddTypes = ['', 'application/json', 'application/json; charset=utf-16', 'text/plain', 'text/xml', 'multipart/form-data', 'multipart/form-data; boundary=', 'multipart/form-data; boundary=b', 'application/x-www-form-urlencoded', 'garbage', '/', 'application/__proto__'] as const
const oddAuthorizations = ['', 'Bearer', 'Bearer ', 'Bearer \0', 'Basic eDp4', 'bearer null', `Bearer ${'x'.repeat(10_000)}`, 'Bearer a b c'] as const
const oddCookies = ['', '=', ';;;', 'portal-session=', 'portal-session=%00', 'portal-session=%E0%A4%A', '__proto__=1; constructor=2', `portal-session=${'x'.repeat(10_000)}`, 'portal-form=x; portal-session="'] as const
const oddOrigins = ['null', 'https://evil.example', 'http://127.0.0.1', 'app://console', '\0', 'not an origin'] as const

/** Only an answer shows it is refused: with a session, these would wait for news or end the session of the next call. */
const neverSignedIn = /^(GET \/api\/sync\/(events|wait)|DELETE \/api\/session|POST \/sign-out)$/

const callOf = ({ method, url }: KnownRoute, caller: Caller): Arbitrary<InjectOptions> => {
  const name = `${method} ${url}`
  const api = url.startsWith('/api/')
  const body: Arbitrary<{ type: string; payload: string | Buffer }> = api
    ? json(soundBodies[name] ?? {}).map((payload) => ({ type: 'application/json', payload }))
    : oneof(
        form.map((fields) => ({ type: 'application/x-www-form-urlencoded', payload: urlencoded(fields) })),
        form.map((fields) => ({ type: 'application/x-www-form-urlencoded', payload: urlencoded({ ...fields, formToken: caller.formToken }) })),
        form.map((fields) => ({ type: 'multipart/form-data; boundary=b', payload: multipart(fields) })),
        constantFrom(...hostileBodies).map((payload) => ({ type: 'application/x-www-form-urlencoded', payload })),
        constantFrom(...hostileBodies).map((payload) => ({ type: 'application/json', payload })),
      )
  return record({
    body,
    part: constantFrom(...hostileParts),
    query: oneof({ weight: 3, arbitrary: constantFrom('') }, constantFrom(...hostileQueries)),
    signedIn: constantFrom(true, true, false),
    type: option(constantFrom(...oddTypes), { freq: 4 }),
    authorization: constantFrom(...oddAuthorizations),
    cookie: constantFrom(...oddCookies),
    origin: option(constantFrom(...oddOrigins), { freq: 4 }),
    address: integer({ min: 0, max: 0xff_ffff }),
  }).map(({ body: { type, payload }, part, query, signedIn, address, ...odd }) => {
    const known = signedIn && !neverSignedIn.test(name)
    const contentType = odd.type ?? type
    const sends = method !== 'GET' && method !== 'HEAD'
    return {
      method: method as 'GET',
      url: url.replaceAll(/:\w+/g, () => part) + query,
      // From as many addresses as there are calls: the limits of one address would hide what is behind them.
      remoteAddress: `10.${address >> 16}.${(address >> 8) & 255}.${address & 255}`,
      headers: {
        authorization: known ? `Bearer ${caller.bearer}` : odd.authorization,
        cookie: known ? caller.cookie : odd.cookie,
        ...(odd.origin === null ? {} : { origin: odd.origin }),
        ...(sends && contentType !== '' ? { 'content-type': contentType } : {}),
      },
      ...(sends ? { payload } : {}),
    }
  })
}

/** `count` bad calls over all `routes` by turns; the same `seed` gives the same calls. */
export const badRequests = (routes: readonly KnownRoute[], caller: Caller, count: number, seed: number): readonly (readonly [KnownRoute, InjectOptions])[] => {
  const each = Math.ceil(count / routes.length)
  return routes.flatMap((route, index) => sample(callOf(route, caller), { numRuns: each, seed: seed + index }).map((call) => [route, call] as const))
}

