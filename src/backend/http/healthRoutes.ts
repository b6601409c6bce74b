import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { healthShape } from '../../protocol/health'
import { problemShape } from '../../protocol/problem'
import { protocolVersion } from '../../protocol/protocolVersion'
import type { BackendContext } from '../context'
import { syncHeadNow } from '../reads/syncHeadNow'

/** `GET /api/health` and `GET /api/openapi.json`: open to everybody who can reach the port. */
export const healthRoutes = (app: FastifyInstance, { database, config, mailbox, storage }: BackendContext): void => {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/health',
    { schema: { summary: 'Which backend this is and whether a desk can talk to it', response: { 200: healthShape, 503: problemShape } } },
    async () => {
      const { epoch } = await syncHeadNow(database.queries)
      const polled = mailbox?.() ?? null
      const kept = storage?.()
      const { techLine = false, hotline = false } = config.telephone ?? {}
      const mailed = (config.voicemailMail ?? null) !== null
      return {
        product: 'engineer-console' as const,
        protocol: protocolVersion,
        epoch,
        database: database.engine,
        ...(techLine || hotline || mailed ? { telephone: { techLine, hotline, mailed } } : {}),
        // Open to everybody, so what the mail server said stays in the log.
        ...(polled === null ? {} : { mailbox: { state: polled.state, since: polled.since, reason: polled.reason } }),
        ...(kept === undefined ? {} : { storage: { state: kept.state, since: kept.since } }),
      }
    },
  )
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}
