import type { SimClock } from './SimClock'

/** Counts what still runs, so that virtual time goes on only when nothing does. */
export interface TaskCount {
  /** Says that something outside the event loop's tasks runs until `work` has ended. */
  readonly during: <T>(work: Promise<T>) => Promise<T>
  /** Answers when nothing runs any more: everybody waits for virtual time. */
  readonly settled: () => Promise<void>
  /** Lets `turns` turns of the event loop pass, and no more. */
  readonly pass: (turns: number) => Promise<void>
  /** Gives the event loop's own functions back. */
  readonly stop: () => void
}

/** So many empty turns of the event loop in a row count as quiet: streams hand their pieces on from turn to turn. */
const quietTurns = 4

/** Timers of a second or more belong to somebody's patience, and so to virtual time. */
const patience = 1_000

/**
 * Begins counting. The in-memory IndexedDB schedules each of its steps with `setImmediate`. Patience of libraries, such
 * as the time a request may take, is measured by `clock` meanwhile: a busy machine must not change what happens.
 */
export const countTasks = (clock: SimClock): TaskCount => {
  const real = globalThis.setImmediate
  const realTimers = { set: globalThis.setTimeout, clear: globalThis.clearTimeout }
  const virtual = new Map<object, () => void>()
  let open = 0
  let begun = 0
  const counting = (work: (...args: unknown[]) => void, ...args: unknown[]): NodeJS.Immediate => {
    open += 1
    begun += 1
    return real(() => {
      open -= 1
      work(...args)
    })
  }
  globalThis.setImmediate = counting as typeof setImmediate
  const setTimer = (work: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): object => {
    if (ms < patience) return realTimers.set(work, ms, ...args)
    const handle = { unref: () => handle, ref: () => handle }
    virtual.set(handle, clock.setTimer(() => work(...args), ms))
    return handle
  }
  globalThis.setTimeout = setTimer as unknown as typeof setTimeout
  globalThis.clearTimeout = ((handle: NodeJS.Timeout) => {
    const stop = virtual.get(handle)
    if (stop === undefined) return realTimers.clear(handle)
    virtual.delete(handle)
    return stop()
  }) as typeof clearTimeout
  const turn = async (): Promise<void> => new Promise((resolve) => void real(resolve))
  return {
    during: async (work) => {
      open += 1
      begun += 1
      try {
        return await work
      } finally {
        open -= 1
      }
    },
    settled: async () => {
      for (let quiet = 0; quiet < quietTurns; ) {
        const before = begun
        await turn()
        quiet = open === 0 && begun === before ? quiet + 1 : 0
      }
    },
    pass: async (turns) => {
      for (let passed = 0; passed < turns; passed += 1) await turn()
    },
    stop: () => {
      globalThis.setImmediate = real
      globalThis.setTimeout = realTimers.set
      globalThis.clearTimeout = realTimers.clear
    },
  }
}
