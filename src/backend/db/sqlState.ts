/** The SQLSTATE of a failed statement, however deep drizzle wrapped it; null when the failure is not the database's. */
export const sqlState = (error: unknown): string | null => {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && /^[0-9A-Z]{5}$/.test(cause.code)) return cause.code
  }
  return null
}

const connectionCodes = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'ENOSPC']
const connectionWords = /connection terminated|timeout exceeded when trying to connect|cannot use a pool after calling end|PGlite is closed/i

/** Whether another transaction was in the way; the transaction was rolled back for certain and may run again at once. */
export const isConflict = (error: unknown): boolean => ['40001', '40P01'].includes(sqlState(error) ?? '')

/**
 * Whether the failure says something about the database's state, not about what was asked: connection lost, shutting
 * down, disk or memory full, conflict. The same request may succeed later.
 */
export const isTransient = (error: unknown): boolean => {
  const state = sqlState(error)
  if (state !== null) return /^(08|40|53|55|57|58)/.test(state)
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && connectionCodes.includes(String(cause.code))) return true
    if (connectionWords.test(cause.message)) return true
  }
  return false
}
