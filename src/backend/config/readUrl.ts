import { StartFailure } from './startFailure'

/**
 * An address from the command line or the environment, without a slash at its end; null = not given. Throws a
 * `StartFailure` when it begins otherwise.
 * @param name as the sentence begins
 * @param protocols with their colon
 * @param more what is shown below the sentence
 */
export const readUrl = (name: string, value: string | undefined, protocols: readonly string[], more = ''): string | null => {
  if (value === undefined || value === '') return null
  const url = URL.canParse(value) ? new URL(value) : null
  if (url === null || !protocols.includes(url.protocol)) {
    // The value itself may hold a password, so it is not repeated.
    throw new StartFailure(`${name} must be an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}.${more === '' ? '' : `\n\n${more}`}`)
  }
  return value.replace(/\/$/, '')
}
