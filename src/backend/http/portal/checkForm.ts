import { timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { hashToken } from '../../accounts/secretToken'
import type { BackendContext } from '../../context'
import { PortalProblem } from './PortalProblem'

const forged = (context: BackendContext): PortalProblem =>
  new PortalProblem(
    403,
    'This form could not be accepted',
    `It did not come from a page of this portal, or the page was too old. Nothing was changed. Please open the page again at ${context.config.publicUrl()} and send the form once more.`,
  )

/** Refuses a form sent from a page of another site. Browsers say the origin with every form they post. */
export const checkOrigin = (context: BackendContext, request: FastifyRequest): void => {
  const { origin, 'sec-fetch-site': site } = request.headers
  if (origin !== undefined && origin !== new URL(context.config.publicUrl()).origin) throw forged(context)
  if (origin === undefined && site !== undefined && site !== 'same-origin' && site !== 'none') throw forged(context)
}

/** Refuses a form without the token its page was given. Hashes are compared, so lengths and times tell nothing. */
export const checkFormToken = (context: BackendContext, expected: string | null, given: unknown): void => {
  if (expected === null || typeof given !== 'string') throw forged(context)
  if (!timingSafeEqual(Buffer.from(hashToken(expected)), Buffer.from(hashToken(given)))) throw forged(context)
}
