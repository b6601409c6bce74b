import type { FastifyInstance } from 'fastify'

/** Real minutes in milliseconds: all our bodies but forms with files are small, and arrive in seconds. */
const bodyMs = 2 * 60_000

/**
 * Cuts the connection of a body that is sent so slowly that it only holds a connection. Forms with files are given
 * the server's own long limit.
 */
export const limitSlowBodies = (app: FastifyInstance): void => {
  app.addHook('onRequest', async ({ raw, headers }) => {
    if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return
    if (headers['content-type']?.startsWith('multipart/form-data') === true) return
    const timer = setTimeout(() => {
      if (!raw.complete) raw.destroy()
    }, bodyMs)
    raw.once('close', () => clearTimeout(timer))
  })
}
