/** The backend cannot start for a reason the person who started it can mend. The message says what to do. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure'
}

const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null

/** What failed while listening on a port, in words for people. */
export const sayListenFailure = (error: unknown, what: string, host: string, port: number): StartFailure => {
  const place = `${host}:${port}`
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new StartFailure(`${place} is already taken by another program, so ${what} cannot listen there. Stop that program or choose another port.`)
    case 'EACCES':
      return new StartFailure(`This user may not listen on ${place} (${what}). Choose a port above 1023.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartFailure(`${host} is not an address of this machine, so ${what} cannot listen there. Choose another with --host.`)
    default:
      return new StartFailure(`${what} cannot listen on ${place}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Why the backend did not start, for the person who started it. */
export const sayStartFailure = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  const root = error.cause instanceof Error ? error.cause : error
  if (error.name === 'StartFailure' || error.name === 'DataDirLockedError') return error.message
  return `The backend could not start: ${root.message === '' ? (codeOf(root) ?? root.name) : root.message}`
}
