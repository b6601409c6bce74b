import type { Session } from 'electron'
import { CONSOLE_SCHEME } from './consoleOrigin'
import { contentPolicy } from './contentPolicy'
import type { ConsoleFiles } from './serveConsole'

/**
 * Answers the desk's requests from the development server (`npm run dev`), under the desk's own address, so that
 * origin, cache and checks are those of the real desk. The policy is looser by what live reload needs: inline code and
 * the server's socket. Never used by an installed desk.
 * @param server origin of the development server on this computer, such as `http://localhost:5173`
 */
export function serveDevelopment(session: Session, server: string, { backendOrigin, served }: Omit<ConsoleFiles, 'root'>): void {
  session.protocol.handle(CONSOLE_SCHEME, async (request) => {
    const { pathname, search } = new URL(request.url)
    const answer = await fetch(new URL(pathname + search, server), { headers: { accept: request.headers.get('accept') ?? '*/*' } })
    const headers = new Headers(answer.headers)
    const origin = backendOrigin()
    headers.set('content-security-policy', developmentPolicy(origin, server))
    if (headers.get('content-type')?.startsWith('text/html') === true) served(origin)
    return new Response(answer.body, { status: answer.status, headers })
  })
}

/** The desk's policy, and what live reload needs beyond it. */
export function developmentPolicy(backendOrigin: string | null, server: string): string {
  return contentPolicy(backendOrigin)
    .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
    .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
    .replace("connect-src 'self'", `connect-src 'self' ${server.replace(/^http/, 'ws')}`)
}
