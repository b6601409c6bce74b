/** Calls `work` after `ms` milliseconds; answers how to call it off. */
export type SetTimer = (work: () => void, ms: number) => () => void

/** The machine's own timers. */
export const setRealTimer: SetTimer = (work, ms) => {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}
