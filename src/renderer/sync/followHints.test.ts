// @vitest-environment node
import { expect, it } from 'vitest'
import { exampleId } from '../fixtures/exampleId'
import { handTimers } from '../fixtures/handTimers'
import { followHints } from './followHints'

const hint = { epoch: exampleId(90), seq: 7, scopeV: 0 }
const event = (name: string, data: unknown): string => `event: ${name}\ndata: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`

const openStream = () => {
  const timers = handTimers()
  const heard: unknown[] = []
  let send: ReadableStreamDefaultController<Uint8Array> | null = null
  let cancelled = false
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      send = controller
    },
    cancel: () => {
      cancelled = true
    },
  })
  const wait = { next: (): void => undefined }
  const note = (what: unknown): void => {
    heard.push(what)
    wait.next()
  }
  const followed = followHints(body, { hint: note, ping: () => note('ping') }, timers)
  return {
    timers,
    heard,
    followed,
    cancelled: () => cancelled,
    end: () => send?.close(),
    /** Resolves when `times` events were heard. */
    say: async (text: string, times = 1): Promise<void> =>
      new Promise((resolve) => {
        const upTo = heard.length + times
        wait.next = () => {
          if (heard.length >= upTo) resolve()
        }
        send?.enqueue(new TextEncoder().encode(text))
      }),
  }
}

it('hears hints and pings, also when they arrive in pieces, and passes over what it does not know', async () => {
  const stream = openStream()
  await stream.say(event('ping', ''))
  const whole = event('ofTheFuture', '{}') + event('hint', { ...hint, seq: -1 }) + event('hint', hint)
  void stream.say(whole.slice(0, -9))
  await stream.say(whole.slice(-9))
  expect(stream.heard).toEqual(['ping', hint])
  stream.end()
  await expect(stream.followed).rejects.toThrow('ended the connection')
})

it('P22 bites after 20 s of silence, counted from the last thing heard, and lets the stream go', async () => {
  const stream = openStream()
  expect(stream.timers.waiting()).toEqual([20_000])
  await stream.say(event('ping', ''))
  expect(stream.timers.waiting()).toEqual([20_000])
  stream.timers.fire()
  await expect(stream.followed).rejects.toThrow('fallen silent')
  expect(stream.cancelled()).toBe(true)
  expect(stream.timers.waiting()).toEqual([])
})

it('says so when the backend sends what is no hint at all', async () => {
  const stream = openStream()
  void stream.say(event('hint', '{not json'))
  await expect(stream.followed).rejects.toThrow('JSON')
})
