const first = 500
const most = 30_000

/**
 * How long to wait after `failures` failures in a row, in milliseconds: full jitter under a doubling roof of 0.5 to 30 s,
 * so that desks do not return all at once (P24). `dice` in [0, 1).
 */
export const backoff = (failures: number, dice: number): number => Math.round(dice * Math.min(most, first * 2 ** Math.max(0, failures - 1)))
