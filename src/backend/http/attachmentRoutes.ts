import { eq } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { idShape } from '../../protocol/shapes'
import type { BackendContext } from '../context'
import { attachment } from '../db/schema'
import { sessionOf } from '../sessions/requireDeskSession'
import { permit } from './permit'
import { ProblemError } from './problemError'
import { sendAttachment } from './sendAttachment'

/** The bytes of attachments, for desks. Register inside the scope that requires a desk session. */
export const attachmentRoutes = (app: FastifyInstance, context: BackendContext): void => {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/attachments/:id',
    { schema: { summary: 'The bytes of an attachment, to be saved', security: [{ bearer: [] }], params: z.object({ id: idShape }) } },
    async (request, reply) => {
      permit(sessionOf(request).engineer, { operation: 'readTickets' })
      const [file] = await context.database.queries.select().from(attachment).where(eq(attachment.id, request.params.id))
      if (!file) throw new ProblemError('notFound', 'There is no such attachment.')
      return sendAttachment(context, reply, file)
    },
  )
}
