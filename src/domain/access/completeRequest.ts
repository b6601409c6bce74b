import type { AccessCommand } from './accessCommand'
import type { AccessRequest } from './accessRequest'

const given = (said: string | null, found: string | undefined): string | null => ((said ?? '').trim() === '' ? (found?.trim() ?? said) : said)

/** The request with what an engineer found out and it did not say (R32, R33): what it says itself always stands. */
export const completeRequest = (request: AccessRequest, found: Extract<AccessCommand, { name: 'grantAccess' }>['args']['found']): AccessRequest =>
  found === undefined || request.state !== 'open'
    ? request
    : { ...request, name: given(request.name, found.name), phone: given(request.phone, found.phone), email: given(request.email, found.email) }
