import type { Alert } from '../../domain/alerts/alert'

/** What must be done so that the raised interruptions are the wanted ones. */
export interface AlertChange {
  readonly show: readonly Alert[]
  /** Keys of those that nothing asks for any more. */
  readonly close: readonly string[]
}

/** Wanted set − raised set, and back. Raised ones are never shown again, whatever was reloaded. */
export const diffAlerts = (wanted: readonly Alert[], raised: ReadonlySet<string>): AlertChange => {
  const keys = new Set(wanted.map((alert) => alert.key))
  return { show: wanted.filter((alert) => !raised.has(alert.key)), close: [...raised].filter((key) => !keys.has(key)) }
}
