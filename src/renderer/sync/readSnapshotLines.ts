import { snapshotLineShape } from '../../protocol/sync/snapshot'
import type { SnapshotLine } from '../../protocol/sync/snapshot'
import { BackendProblem } from './backendProblem'

const readLine = (text: string): SnapshotLine => {
  const parsed = snapshotLineShape.safeParse(JSON.parse(text))
  if (parsed.success) return parsed.data
  throw new BackendProblem('versionMismatch', 'The backend speaks another version than this desk. Please update the desk, or ask an administrator.')
}

/** The lines of a snapshot's bytes, batch by batch; a last line that was cut off is left out, as it covers nothing. */
export async function* readSnapshotLines(body: ReadableStream<Uint8Array>): AsyncGenerator<readonly SnapshotLine[]> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const whole = `${rest}${value}`.split('\n')
      rest = whole.pop() ?? ''
      if (whole.length > 0) yield whole.map(readLine)
    }
  } finally {
    // After a failure there is nothing left to cancel.
    await reader.cancel().catch(() => undefined)
  }
}
