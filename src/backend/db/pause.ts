import { setTimeout as sleep } from 'node:timers/promises'

/** Waits `milliseconds` of real time. */
export const pause = async (milliseconds: number): Promise<void> => {
  await sleep(milliseconds)
}
