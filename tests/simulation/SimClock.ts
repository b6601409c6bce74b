interface Due {
  readonly at: number
  readonly nth: number
  readonly work: () => void
}

/** Virtual time, in milliseconds since the run began: it goes on only when somebody takes the next thing that is due. */
export class SimClock {
  #now = 0
  #count = 0
  #waiting: readonly Due[] = []

  now(): number {
    return this.#now
  }

  /** Calls `work` when virtual time has gone on by `ms`; answers how to call it off. */
  readonly setTimer = (work: () => void, ms: number): (() => void) => {
    this.#count += 1
    const due = { at: this.#now + Math.max(0, ms), nth: this.#count, work }
    const later = this.#waiting.findIndex((other) => other.at > due.at)
    this.#waiting = later === -1 ? [...this.#waiting, due] : this.#waiting.toSpliced(later, 0, due)
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== due)
    }
  }

  /** Goes on to the next thing due by `until` and does it; when there is none, to `until`. Answers whether there was one. */
  next(until: number): boolean {
    const [due] = this.#waiting
    if (due === undefined || due.at > until) {
      this.#now = Math.max(this.#now, until)
      return false
    }
    this.#waiting = this.#waiting.slice(1)
    this.#now = Math.max(this.#now, due.at)
    due.work()
    return true
  }
}
