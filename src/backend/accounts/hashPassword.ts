import { hash, verify } from '@node-rs/argon2'
import { createHashingQueue } from './hashingQueue'

/** OWASP's floor: argon2id (the package's default), 19 MiB, 2 passes, 1 lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

// One queue a process: what it protects, memory and cores, is the process's too.
const queue = createHashingQueue()

// Same parameters as a real hash, so that an unknown person costs the same work (security.md, Passwords).
let nobody: Promise<string> | undefined
const hashOfNobody = (): Promise<string> => (nobody ??= hash('a password nobody has', parameters))

/** The argon2id hash of a password, with its own salt. Throws `SignInBusyError` when too many are waiting. */
export const hashPassword = async (password: string): Promise<string> => queue.run(async () => hash(password, parameters))

/**
 * Whether `password` is the one `stored` was made of. With `stored` null (no such person) it does the same work and
 * answers false. Throws `SignInBusyError` when too many are waiting.
 */
export const checkPassword = async (stored: string | null, password: string): Promise<boolean> => {
  const against = stored ?? (await hashOfNobody())
  const matches = await queue.run(async () => verify(against, password))
  return matches && stored !== null
}
