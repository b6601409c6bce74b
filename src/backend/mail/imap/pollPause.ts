/** In real milliseconds: between rounds that went well, and the longest wait for a server that is away. */
const pauses = { usual: 15_000, longest: 300_000 } as const

/** How long to wait after `failures` failed rounds in a row: the usual pause, doubled by each failure after the first. */
export const pollPause = (failures: number): number => Math.min(pauses.longest, pauses.usual * 2 ** Math.min(Math.max(0, failures - 1), 10))
