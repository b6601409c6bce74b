import { toInstant } from '../calendar/time'
import type { Instant } from '../calendar/time'
import type { Shift } from './shift'

/** When the last shift ends, or `atLeast` when that is later. */
export const rotaEnd = (shifts: readonly Shift[], atLeast: Instant): Instant =>
  toInstant(shifts.reduce<number>((latest, { endsAt }) => Math.max(latest, endsAt), atLeast))
