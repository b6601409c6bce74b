import type { FastifyReply, FastifyRequest } from 'fastify'
import type { PortalFrame } from '../../../portal/layout/PortalFrame'
import { newSecretToken } from '../../accounts/secretToken'
import type { BackendContext } from '../../context'
import { readPolicy } from '../../intake/readPolicy'
import { frameOf } from './frameOf'
import { readCookie, setCookie } from './portalCookies'

/** What stands around a page for whoever is not signed in. There is no session to hold the form's token: a cookie of its own does. */
export const frameForAnyone = async (context: BackendContext, request: FastifyRequest, reply: FastifyReply): Promise<PortalFrame> => {
  const token = readCookie(context, request, 'form') ?? newSecretToken()
  setCookie(context, reply, 'form', token)
  return frameOf(await readPolicy(context.database.queries), null, token)
}
