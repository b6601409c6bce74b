import { ProblemError } from '../http/problemError'

/** What a revoked desk is told, whatever it asks for: it wipes itself at this answer. */
export const deviceRevoked = (): ProblemError =>
  new ProblemError('deviceRevoked', 'This desk was revoked. What was cached on it is removed; what you had not sent is kept for you. Please sign in again if you still use it.')
