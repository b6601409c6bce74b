const untrusted = new Set(['SELF_SIGNED_CERT_IN_CHAIN', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'])
const unreachable = new Set(['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'CONNECT_TIMEOUT', 'GREETING_TIMEOUT'])

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '')

/** Why the mailbox could not be read, in words of our own that say what to do and repeat nothing the server said. */
export const sayMailboxFailure = (error: unknown): string => {
  if (!(error instanceof Error)) return 'It cannot be read; the log says why.'
  const code = codeOf(error)
  if (untrusted.has(code)) return 'The mail server’s certificate is from an authority that this backend does not trust. Name the file of that authority’s certificate in IMAP_CA.'
  if (code === 'CERT_HAS_EXPIRED') return 'The mail server’s certificate has expired.'
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'The mail server’s certificate is for another name than the one in IMAP_URL.'
  if ('authenticationFailed' in error && error.authenticationFailed === true) return 'The mail server refuses the user or the password in IMAP_URL.'
  if (unreachable.has(code)) return 'The mail server does not answer at the address in IMAP_URL.'
  return 'It cannot be read; the log says why.'
}
