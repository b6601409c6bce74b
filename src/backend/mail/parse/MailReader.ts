import type { Worker } from 'node:worker_threads'
import type { ReadMail } from './readMail'
import { startMailWorker } from './startMailWorker'

export type MailReading = { readonly ok: true; readonly mail: ReadMail } | { readonly ok: false; readonly reason: string }

type Answer = { readonly order: number; readonly mail?: ReadMail; readonly reason?: string }

/**
 * Reads raw mail in a worker thread, one at a time. A mail that takes too long, or more memory than the thread has,
 * ends the thread and answers why; the next mail gets a new one. Never throws for what a mail contains.
 */
export class MailReader {
  private worker: Worker | null = null
  private order = 0
  private turn: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly timeLimitMs = 15_000,
    private readonly start: () => Worker = startMailWorker,
  ) {}

  read(raw: Uint8Array): Promise<MailReading> {
    const reading = this.turn.then(() => this.readNow(raw))
    this.turn = reading
    return reading
  }

  async close(): Promise<void> {
    await this.worker?.terminate()
    this.worker = null
  }

  private readNow(raw: Uint8Array): Promise<MailReading> {
    const worker = (this.worker ??= this.start())
    const order = (this.order += 1)
    return new Promise((resolve) => {
      const settle = (reading: MailReading, broken: boolean): void => {
        clearTimeout(timer)
        worker.off('message', onMessage).off('error', onError).off('exit', onExit)
        if (broken) {
          this.worker = null
          // After its end the thread may still report how it died.
          worker.on('error', () => undefined)
          void worker.terminate()
        }
        resolve(reading)
      }
      const onMessage = (answer: Answer): void => {
        if (answer.order !== order) return
        if (answer.mail) settle({ ok: true, mail: answer.mail }, false)
        else settle({ ok: false, reason: `it could not be read: ${answer.reason ?? 'no reason given'}` }, false)
      }
      const onError = (error: unknown): void => {
        settle({ ok: false, reason: `reading it failed: ${error instanceof Error ? error.message : String(error)}` }, true)
      }
      const onExit = (code: number): void => settle({ ok: false, reason: `the reader ended with code ${code}` }, true)
      const timer = setTimeout(() => {
        settle({ ok: false, reason: `reading it took longer than ${this.timeLimitMs / 1000} s` }, true)
      }, this.timeLimitMs)
      worker.on('message', onMessage).on('error', onError).on('exit', onExit)
      worker.postMessage({ order, raw })
    })
  }
}
