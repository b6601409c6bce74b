import type { Mutation } from '../../src/protocol/commands/push'
import type { PullResponse } from '../../src/protocol/sync/pull'
import type { TaskCount } from './countTasks'
import type { Dice } from './createDice'
import type { Defect } from './defects'
import type { SimBackend, SimSeat } from './SimBackend'
import type { SimClock } from './SimClock'

/** How a line treats what it carries; probabilities in [0, 1]. */
export interface LineFaults {
  readonly losesRequest: number
  readonly losesAnswer: number
  readonly duplicates: number
  /** Milliseconds a message takes at most. */
  readonly slowest: number
}

const noFaults: LineFaults = { losesRequest: 0, losesAnswer: 0, duplicates: 0, slowest: 40 }

/** `cut`: whoever sends learns it at once. `frozen`: nothing comes through and nobody is told. `buffering`: a proxy on the way holds streams back. */
export type LineState = 'open' | 'cut' | 'frozen' | 'buffering'

/** Rows a page: small ones, so that many pulls have several pages. */
const pageLimits = [1, 3, 10, 1_000] as const
interface LineParts {
  readonly clock: SimClock
  readonly dice: Dice
  readonly tasks: TaskCount
  readonly backend: SimBackend
  readonly seat: SimSeat
  readonly faults: LineFaults
  readonly defect: Defect | null
  /** Told when an answer has arrived, before anybody reads it. */
  readonly arrived: (path: string) => void
}

const unreachable = (): TypeError => new TypeError('fetch failed')

/** One desk's line to the backend: the desk's `fetch`, over virtual time. */
export class SimLine {
  #state: LineState = 'open'
  #calm = false
  readonly #parts: LineParts
  readonly #breaks = new Set<() => void>()
  readonly #asked: unknown[] = []

  constructor(parts: LineParts) {
    this.#parts = parts
  }

  get state(): LineState {
    return this.#state
  }

  set state(state: LineState) {
    this.#state = state
    if (state === 'cut') this.breakAll()
  }

  /** From now on it carries everything, once and soon. */
  calmDown(): void {
    this.#calm = true
    this.#state = 'open'
  }

  /** Every connection breaks now, on both sides. */
  breakAll(): void {
    for (const each of this.#breaks) each()
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init)
    // A request that is collected forgets to tell its signal of an abort, at a time nobody can foretell.
    this.#asked.push(input, request)
    const { pathname, search } = new URL(request.url)
    if (pathname === '/api/sync/events') return this.#stream(request.signal)
    const body = request.method === 'GET' ? null : await request.text()
    const headers = Object.fromEntries(request.headers)
    return this.#exchange(request.signal, pathname, async (again) =>
      pathname === '/api/sync/wait'
        ? this.#hold(new URLSearchParams(search))
        : this.#parts.tasks.during(this.#parts.backend.answer(request.method, pathname, headers, this.#altered(pathname, body, again))),
    )
  }

  get #faults(): LineFaults {
    return this.#calm ? noFaults : this.#parts.faults
  }

  #delay(): number {
    return 1 + this.#parts.dice.below(this.#faults.slowest)
  }

  /** Carries a request to the backend and its answer back, with all that can happen on the way. */
  async #exchange(
    signal: AbortSignal,
    path: string,
    ask: (again: boolean) => Promise<{ readonly status: number; readonly body: string }>,
  ): Promise<Response> {
    const { clock, dice, backend, arrived } = this.#parts
    signal.throwIfAborted()
    return new Promise((resolve, reject) => {
      let over = false
      const end = (settle: () => void): void => {
        over = true
        this.#breaks.delete(broken)
        settle()
      }
      const broken = (): void => end(() => reject(unreachable()))
      this.#breaks.add(broken)
      signal.addEventListener('abort', () => end(() => reject(signal.reason as Error)))
      const arrive = async (again: boolean): Promise<void> => {
        if (this.#state === 'frozen' || dice.chance(this.#faults.losesRequest)) return
        if (!backend.isUp || this.#state === 'cut') return broken()
        const { life } = backend
        const answer = await ask(again)
        if (again) return
        if (backend.life !== life) return broken()
        if (dice.chance(this.#faults.losesAnswer)) return
        clock.setTimer(() => {
          if (this.#state === 'frozen' || over) return
          arrived(path)
          const read = (text: string): void => end(() => resolve(new Response(text, { status: answer.status, headers: { 'content-type': 'application/json' } })))
          if (this.#parts.defect === 'cursorAhead' && path === '/api/sync/pull') void this.#parts.tasks.during(this.#moveCursor(answer.body).then(read))
          else read(answer.body)
        }, this.#delay())
      }
      clock.setTimer(() => void arrive(false), this.#delay())
      if (dice.chance(this.#faults.duplicates)) clock.setTimer(() => void arrive(true), this.#delay() + dice.below(20_000))
    })
  }

  async #hold(known: URLSearchParams): Promise<{ readonly status: number; readonly body: string }> {
    const { backend, seat } = this.#parts
    try {
      const hint = await backend.waits.wait(seat.session, { epoch: known.get('epoch') ?? '', seq: Number(known.get('seq')), scopeV: Number(known.get('scopeV')) }, () => undefined)
      return { status: 200, body: JSON.stringify(hint) }
    } catch (error) {
      return { status: 503, body: JSON.stringify({ error: { code: 'unavailable', message: String(error) } }) }
    }
  }

  async #stream(signal: AbortSignal): Promise<Response> {
    const { clock, backend, seat } = this.#parts
    signal.throwIfAborted()
    return new Promise((resolve, reject) => {
      let out: ReadableStreamDefaultController<Uint8Array> | null = null
      let remove: () => void = () => undefined
      let over = false
      const end = (why: Error): void => {
        if (over) return
        over = true
        this.#breaks.delete(broken)
        remove()
        if (out === null) reject(why)
        else out.error(why)
      }
      const broken = (): void => end(unreachable())
      this.#breaks.add(broken)
      signal.addEventListener('abort', () => end(signal.reason as Error))
      const carry = (text: string): void => {
        const at = this.#delay()
        // One connection keeps the order of its bytes.
        last = Math.max(last, clock.now() + at)
        clock.setTimer(() => {
          if (!over && this.#state === 'open') out?.enqueue(new TextEncoder().encode(text))
        }, last - clock.now())
      }
      let last = 0
      const open = async (): Promise<void> => {
        if (this.#state === 'frozen' || this.#state === 'buffering' || over) return
        if (!backend.isUp || this.#state === 'cut') return broken()
        resolve(new Response(new ReadableStream<Uint8Array>({ start: (controller) => void (out = controller) }), { status: 200 }))
        remove = await backend.hub.add({
          family: seat.session.family,
          send: (event, data) => carry(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
          close: broken,
        })
        if (over) remove()
      }
      clock.setTimer(() => void open(), this.#delay())
    })
  }

  /** Smaller pages, and defects of the way there. */
  #altered(path: string, body: string | null, again: boolean): string | null {
    const { dice, defect } = this.#parts
    if (body === null) return body
    if (path === '/api/sync/pull') return JSON.stringify({ ...(JSON.parse(body) as object), limit: pageLimits[dice.below(pageLimits.length)] })
    if (path !== '/api/sync/push' || defect !== 'lostDedupe' || !again) return body
    const push = JSON.parse(body) as { readonly mutations: readonly Mutation[] }
    const mutations = push.mutations.map((each, at) => ({ ...each, mut: each.mut + push.mutations.length + at, args: { ...(each.args as object), eventId: dice.uuid() } }))
    return JSON.stringify({ ...push, mutations })
  }

  async #moveCursor(body: string): Promise<string> {
    const page = JSON.parse(body) as PullResponse
    const head = await this.#parts.backend.head()
    return JSON.stringify(page.more ? page : { ...page, cursor: { ...page.cursor, seq: head.seq } })
  }
}
