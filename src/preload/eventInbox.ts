const KEPT = 20

/**
 * Events of main on their way to the page. What arrives before the page listens is kept and given to the first
 * listener, so that a click on a notification is not lost while the page still starts.
 */
export class EventInbox<Event extends string> {
  readonly #listeners = new Map<Event, Set<(payload: unknown) => void>>()
  readonly #kept = new Map<Event, readonly unknown[]>()

  /** Gives an event to its listeners, or keeps it (the newest 20 of a kind) when there are none. */
  arrive(event: Event, payload: unknown): void {
    const listeners = this.#listeners.get(event)
    if (listeners === undefined || listeners.size === 0) this.#kept.set(event, [...(this.#kept.get(event) ?? []), payload].slice(-KEPT))
    else for (const listener of listeners) listener(payload)
  }

  /** Listens, beginning with what was kept; answers a function that stops listening. */
  listen(event: Event, listener: (payload: unknown) => void): () => void {
    const own = (payload: unknown): void => listener(payload)
    const listeners = this.#listeners.get(event) ?? new Set()
    this.#listeners.set(event, listeners.add(own))
    const kept = this.#kept.get(event) ?? []
    this.#kept.delete(event)
    for (const payload of kept) own(payload)
    return () => {
      listeners.delete(own)
    }
  }
}
