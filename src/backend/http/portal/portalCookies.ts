import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { BackendContext } from '../../context'

/** Longer than a session: an expired session is then told from none, and the sign-in page can say so. In seconds. */
const cookieSeconds = 7 * 24 * 60 * 60

type CookieName = 'session' | 'form'

const isSecure = (context: BackendContext): boolean => context.config.publicUrl().startsWith('https:')

/** `__Host-` ties a cookie to this very host and to https; a browser refuses it over plain http, as on loopback. */
const nameOf = (context: BackendContext, name: CookieName): string => `${isSecure(context) ? '__Host-' : ''}portal-${name}`

const options = (context: BackendContext): CookieSerializeOptions => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax',
  secure: isSecure(context),
})

export const readCookie = (context: BackendContext, request: FastifyRequest, name: CookieName): string | null =>
  request.cookies[nameOf(context, name)] ?? null

export const setCookie = (context: BackendContext, reply: FastifyReply, name: CookieName, value: string): void => {
  void reply.setCookie(nameOf(context, name), value, { ...options(context), maxAge: cookieSeconds })
}

export const clearCookie = (context: BackendContext, reply: FastifyReply, name: CookieName): void => {
  void reply.clearCookie(nameOf(context, name), options(context))
}
