import type { BackendDescription } from '../../protocol/ipc/messages'

/** What the sign-in card says about the backend; `ready` when signing in can be tried. */
export function backendSentence(backend: BackendDescription | null): { readonly tone: 'wait' | 'good' | 'bad'; readonly sentence: string; readonly ready: boolean } {
  if (backend === null) return { tone: 'wait', sentence: 'Looking for the backend …', ready: false }
  const where = backend.mode === 'embedded' ? 'The backend on this computer' : (backend.url ?? 'The backend')
  switch (backend.state) {
    case 'starting':
      return { tone: 'wait', sentence: `${where} is starting. The first start takes some seconds.`, ready: false }
    case 'listening':
      return { tone: 'good', sentence: `${where} is ready${backend.demo === null ? '' : ', with the demo world'}.`, ready: true }
    case 'unchecked':
      return { tone: 'wait', sentence: `${where} was not asked yet.`, ready: true }
    case 'stopped':
      return { tone: 'bad', sentence: `${where} is stopped. ${backend.detail}`.trim(), ready: true }
    case 'failed':
      return { tone: 'bad', sentence: `${where} could not be started or reached. ${backend.detail}`.trim(), ready: true }
  }
}
