import { Temporal } from 'temporal-polyfill'

/** Whether `name` is an IANA zone that this runtime knows. */
export const isZone = (name: string): boolean => {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return name.includes('/') || name === 'UTC'
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
