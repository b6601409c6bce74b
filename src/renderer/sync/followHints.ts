import { EventSourceParserStream } from 'eventsource-parser/stream'
import { hintShape, watchdogSeconds } from '../../protocol/sync/pull'
import type { Hint } from '../../protocol/sync/pull'

interface Timers {
  readonly setTimer: (work: () => void, ms: number) => () => void
}

/**
 * Reads the hint stream until it ends. Rejects with a sentence when it ends, breaks, or is silent for longer than the
 * watchdog's time: a frozen backend closes nothing (sync.md, Push hint).
 */
export const followHints = async (body: ReadableStream<Uint8Array>, hear: { readonly hint: (hint: Hint) => void; readonly ping: () => void }, { setTimer }: Timers): Promise<never> => {
  const events = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).pipeThrough(new EventSourceParserStream())
  const reader = events.getReader()
  let silent: (error: Error) => void = () => undefined
  const watchdog = new Promise<never>((_resolve, reject) => {
    silent = reject
  })
  const bite = (): void => silent(new Error('The backend has fallen silent.'))
  let calm = setTimer(bite, watchdogSeconds * 1_000)
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), watchdog])
      if (done) throw new Error('The backend ended the connection.')
      calm()
      calm = setTimer(bite, watchdogSeconds * 1_000)
      if (value.event === 'ping') hear.ping()
      if (value.event !== 'hint') continue
      const hint = hintShape.safeParse(JSON.parse(value.data))
      if (hint.success) hear.hint(hint.data)
    }
  } finally {
    calm()
    void reader.cancel().catch(() => undefined)
  }
}
