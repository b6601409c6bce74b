import { setRealTimer } from './setTimer'
import type { SetTimer } from './setTimer'

/** What is done again and again, and how long it rests between. */
export interface RoundsParts {
  /** One round. What it throws is told to `onFailure` and ends nothing. */
  readonly round: () => Promise<unknown>
  /** Rest after a round, in real milliseconds. */
  readonly pauseMs: () => number
  readonly onFailure: (error: unknown) => void
  /** Calls `work` after `ms`; answers how to call it off. A test gives its own. */
  readonly setTimer?: SetTimer
}

/** Runs rounds one at a time from `start` to `stop`, resting between them; `wake` shortens the rest. */
export class Rounds {
  private cancelTimer: () => void = () => undefined
  private running: Promise<void> | null = null
  private askedAgain = false
  private stopped = true

  constructor(private readonly parts: RoundsParts) {}

  start(): void {
    this.stopped = false
    this.wake()
  }

  /** Runs a round now, or right after the one under way, which may have looked too early. Nothing before `start`. */
  wake = (): void => {
    if (this.stopped) return
    if (this.running) {
      this.askedAgain = true
      return
    }
    this.cancelTimer()
    this.running = this.runOne()
  }

  /** No further round; answers when the one under way has ended. */
  async stop(): Promise<void> {
    this.stopped = true
    this.cancelTimer()
    await this.running
  }

  private async runOne(): Promise<void> {
    try {
      await this.parts.round()
    } catch (error) {
      this.parts.onFailure(error)
    }
    this.running = null
    if (this.stopped) return
    const rest = this.askedAgain ? 0 : this.parts.pauseMs()
    this.askedAgain = false
    this.cancelTimer = (this.parts.setTimer ?? setRealTimer)(this.wake, rest)
  }
}
