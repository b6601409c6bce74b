/** Something is missing that only the person at the keyboard can provide; the message says what and how. */
export class BootstrapError extends Error {
  /** @override */
  name = 'BootstrapError'
}
