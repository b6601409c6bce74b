/**
 * The Content-Security-Policy of every page of the desk. Nothing is allowed that is not named.
 * @param backendOrigin the one backend the desk talks to, such as `http://127.0.0.1:4180`; null until it is known
 */
export function contentPolicy(backendOrigin: string | null): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self' blob:",
    `connect-src 'self'${backendOrigin === null ? '' : ` ${backendOrigin}`}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
