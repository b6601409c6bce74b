import { readFile } from 'node:fs/promises'
import type { Session } from 'electron'
import { CONSOLE_SCHEME } from './consoleOrigin'
import { contentPolicy } from './contentPolicy'
import { mediaType } from './mediaType'
import { resolveAsset } from './resolveAsset'

export interface ConsoleFiles {
  /** Absolute folder of the built desk. */
  readonly root: string
  /** The backend's origin at the moment a page is served; it goes into that page's policy. */
  readonly backendOrigin: () => string | null
  /** Told which backend origin the policy of a served page names. */
  readonly served: (backendOrigin: string | null) => void
}

/** Answers all `app:` requests of a session from the built desk, with the security headers on each answer. */
export function serveConsole(session: Session, files: ConsoleFiles): void {
  session.protocol.handle(CONSOLE_SCHEME, (request) => answerAsset(files, request))
}

/** One answer: the file, 405 for anything but a read, 404 for what is not part of the desk. */
export async function answerAsset(files: ConsoleFiles, request: Pick<Request, 'method' | 'url'>): Promise<Response> {
  const origin = files.backendOrigin()
  const headers = {
    'content-security-policy': contentPolicy(origin),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response('The desk only serves reads.', { status: 405, headers })

  const file = resolveAsset(files.root, request.url)
  const type = file === null ? null : mediaType(file)
  if (file === null || type === null) return new Response('Not a part of the desk.', { status: 404, headers })
  try {
    const body = await readFile(file)
    if (type.startsWith('text/html')) files.served(origin)
    return new Response(new Uint8Array(body), { headers: { ...headers, 'content-type': type } })
  } catch (error) {
    console.error(`The desk cannot read its own file ${file}: ${String(error)}. Build it with \`npm run build\`.`)
    return new Response('Not a part of the desk.', { status: 404, headers })
  }
}
