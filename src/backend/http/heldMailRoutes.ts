import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { discardHeldMailShape, heldMailListShape, heldMailOutcomeShape, releaseHeldMailShape } from '../../protocol/intake/heldMail'
import { problemShape } from '../../protocol/problem'
import { idShape } from '../../protocol/shapes'
import type { BackendContext } from '../context'
import { discardHeldMail } from '../mail/held/discardHeldMail'
import { listHeldMail } from '../mail/held/listHeldMail'
import { releaseHeldMail } from '../mail/held/releaseHeldMail'
import { MailReader } from '../mail/parse/MailReader'
import { sessionOf } from '../sessions/requireDeskSession'
import { permit } from './permit'
import { ProblemError } from './problemError'

const security = [{ bearer: [] }]
const problems = { 400: problemShape, 401: problemShape, 403: problemShape, 404: problemShape, 503: problemShape }
const params = z.object({ id: idShape })

const found = <T>(outcome: T | null): T => {
  if (outcome === null) throw new ProblemError('notFound', 'There is no such held mail. Please look at the list again.')
  return outcome
}

/** Mail that became no ticket: list, release, discard (R31, P36). Register inside the scope that requires a desk session. */
export const heldMailRoutes = (app: FastifyInstance, context: BackendContext): void => {
  const reader = new MailReader()
  app.addHook('onClose', async () => reader.close())
  const typed = app.withTypeProvider<ZodTypeProvider>()

  typed.get(
    '/api/held-mail',
    { schema: { summary: 'Mails that wait for somebody to release or discard them', security, response: { 200: heldMailListShape, ...problems } } },
    async (request) => {
      permit(sessionOf(request).engineer, { operation: 'readQuarantine' })
      return listHeldMail(context.database.queries)
    },
  )

  typed.post(
    '/api/held-mail/:id/release',
    { schema: { summary: 'Makes a held mail a ticket, or a message on the ticket it answers', security, params, body: releaseHeldMailShape, response: { 200: heldMailOutcomeShape, ...problems } } },
    async (request) => {
      const { engineer } = sessionOf(request)
      permit(engineer, { operation: 'releaseQuarantine' })
      const outcome = found(await releaseHeldMail(context, reader, engineer, request.params.id, request.body))
      if (outcome === 'answersNothing') {
        throw new ProblemError('badRequest', 'This mail answers no ticket its sender may write on. Please release it as a ticket of its own.')
      }
      return outcome
    },
  )

  typed.post(
    '/api/held-mail/:id/discard',
    { schema: { summary: 'Sets a held mail aside, with a reason', security, params, body: discardHeldMailShape, response: { 200: heldMailOutcomeShape, ...problems } } },
    async (request) => {
      const { engineer } = sessionOf(request)
      permit(engineer, { operation: 'discardQuarantine', reason: request.body.reason })
      return found(await discardHeldMail(context, engineer, request.params.id, request.body.reason))
    },
  )
}
