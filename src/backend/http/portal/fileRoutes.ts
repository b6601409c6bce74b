import type { FastifyInstance } from 'fastify'
import type { BackendContext } from '../../context'
import { sendAttachment } from '../sendAttachment'
import { PortalProblem } from './PortalProblem'
import { isCustomerEntry } from './presentRequest'
import { readRequest } from './readRequest'
import { visitOf } from './requireVisit'

/** Files of requests the visitor may see; only those of entries they may read. */
export const fileRoutes = (app: FastifyInstance, context: BackendContext): void => {
  app.get<{ Params: { number: string; id: string } }>('/requests/:number/files/:id', async (request, reply) => {
    const { number, id } = request.params
    const { events, attachments } = await readRequest(context.database.queries, visitOf(request), number)
    const readable = new Set(events.filter(isCustomerEntry).map((event) => event.id))
    const file = attachments.find((row) => row.id === id && readable.has(row.eventId))
    if (!file) throw new PortalProblem(404, 'There is no such file', 'This file does not exist, or it is not one of your request.')
    return sendAttachment(context, reply, file)
  })
}
