import type { ChildProcess } from 'node:child_process'
import type { Readable } from 'node:stream'

/** Resolves with the first match in what a process prints; rejects with its last words when it ends or stays silent. */
export function waitForOutput(child: ChildProcess, stream: Readable, pattern: RegExp, limitMs: number, name: string): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let said = ''
    let complaints = ''
    const limit = setTimeout(() => reject(new Error(`${name} was not ready within ${limitMs} ms. It said: ${said}${complaints}`)), limitMs)
    const settle = (conclude: () => void): void => {
      clearTimeout(limit)
      conclude()
    }
    stream.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-20_000)
      const match = pattern.exec(said)
      if (match !== null) settle(() => resolve(match))
    })
    child.stderr?.on('data', (chunk: Buffer) => {
      complaints = (complaints + chunk.toString()).slice(-4_000)
    })
    child.once('error', (error) => settle(() => reject(new Error(`${name} could not be started: ${error.message}`))))
    child.once('exit', (code, signal) => settle(() => reject(new Error(`${name} ended (${signal ?? code}). It said: ${said}${complaints}`))))
  })
}

/** Sends a signal to a process of ours, by its own id, and resolves when it has gone. One that has gone already is fine. */
export function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
      resolve()
      return
    }
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}
