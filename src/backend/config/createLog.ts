import { pino } from 'pino'
import type { DestinationStream, Logger } from 'pino'
import { sqlState } from '../db/sqlState'

const secrets = ['authorization', 'cookie', 'set-cookie', 'password', 'accessToken', 'refreshToken', 'token', 'databaseUrl', 'smtpOut']

/** An error without the values of a failed statement: those are customers' texts and hashes. */
const withoutValues = (error: unknown): object => {
  if (!(error instanceof Error)) return { message: 'a thing that is not an error was thrown' }
  const isQuery = 'query' in error && 'params' in error
  const root = isQuery && error.cause instanceof Error ? error.cause : error
  return {
    type: root.name,
    message: root.message,
    sqlState: sqlState(error),
    ...(isQuery ? { query: String(error.query) } : {}),
    // The first lines of a stack repeat the message, which for a failed statement holds its values.
    stack: (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')).join('\n'),
  }
}

/** The backend's log: one JSON line an entry to standard error, secrets removed. */
export const createLog = (destination: DestinationStream = pino.destination({ fd: 2, sync: true })): Logger =>
  pino(
    {
      name: 'backend',
      level: process.env['LOG_LEVEL'] ?? 'info',
      redact: { paths: secrets.flatMap((key) => [`["${key}"]`, `*["${key}"]`, `*.*["${key}"]`]), censor: '(removed)' },
      serializers: { err: withoutValues },
    },
    destination,
  )
