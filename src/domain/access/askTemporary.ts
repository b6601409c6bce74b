import type { AccessRequest } from './accessRequest'

/** The request as one for temporary access (R33): what an addition becomes when it did not come from the primary contact. */
export const askTemporary = (request: AccessRequest): AccessRequest => (request.state === 'open' ? { ...request, kind: 'temporary' } : request)
