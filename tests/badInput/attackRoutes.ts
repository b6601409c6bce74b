import { inspect } from 'node:util'
import type { FastifyInstance, InjectOptions } from 'fastify'
import type { KnownRoute } from './badRequests'

/** What a run of bad calls came to. */
export interface AttackReport {
  readonly calls: number
  /** Answers by their status. */
  readonly statuses: Readonly<Record<number, number>>
  /** Each with the call, so that it can be made again; none is the promise (P39). */
  readonly faults: readonly string[]
}

/** Its work goes on after the answer, which tells nothing about it (P43): what it changes cannot be laid to one call. */
export const worksLater = /^POST \/forgotten-password$/

/** Says in words that it is full, which is no failure. */
const maySayFull = /^POST \/ask-for-access$/

/** Digests are taken between so many calls: one costs more than a call. */
const groupSize = 15

const say = (call: InjectOptions): string => inspect(call, { breakLength: Infinity, maxStringLength: 200 })

/** A call that is let in may write; a refusal, a look and a way to the sign-in page may not. */
const mayWrite = ({ method }: KnownRoute, status: number, location: unknown): boolean =>
  method !== 'GET' && status < 400 && !(typeof location === 'string' && location.startsWith('/sign-in?next='))

/** Makes the calls one after the other. A fault is a status of 500 or more, an exception, or a refusal after which a row differs. */
export const attackRoutes = async (app: FastifyInstance, calls: readonly (readonly [KnownRoute, InjectOptions])[], digest: () => Promise<string>): Promise<AttackReport> => {
  const statuses: Record<number, number> = {}
  const faults: string[] = []
  let before = await digest()
  let group: string[] = []
  let written = false

  const closeGroup = async (): Promise<void> => {
    const after = await digest()
    if (!written && after !== before) faults.push(`one of these was refused and yet changed something:\n${group.join('\n')}`)
    before = after
    group = []
    written = false
  }

  for (const [route, call] of calls) {
    const name = `${route.method} ${route.url}`
    try {
      const { statusCode, headers, body } = await app.inject(call)
      statuses[statusCode] = (statuses[statusCode] ?? 0) + 1
      if (statusCode >= 500 && !(statusCode === 503 && maySayFull.test(name))) faults.push(`${statusCode} at ${name}: ${body.slice(0, 200)} for ${say(call)}`)
      written ||= mayWrite(route, statusCode, headers['location']) || worksLater.test(name)
    } catch (error) {
      faults.push(`${name} threw ${inspect(error).slice(0, 500)} for ${say(call)}`)
    }
    group.push(say(call))
    if (group.length >= groupSize) await closeGroup()
  }
  await closeGroup()
  return { calls: calls.length, statuses, faults }
}
