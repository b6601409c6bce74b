import { createElement } from 'react'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ProblemPage } from '../../../portal/problem/ProblemPage'
import type { BackendContext } from '../../context'
import { readPolicy } from '../../intake/readPolicy'
import { FileMissingError } from '../../files/FileMissingError'
import { toProblem } from '../toProblem'
import { frameOf } from './frameOf'
import { PortalProblem } from './PortalProblem'
import { sendPage } from './sendPage'

const asPortalProblem = (error: unknown, request: FastifyRequest): PortalProblem => {
  if (error instanceof PortalProblem) return error
  if (error instanceof FileMissingError) return new PortalProblem(404, 'This file is missing', error.message)
  const { status, message } = toProblem(error)
  if (status === 429 || status === 503) return new PortalProblem(status, 'Please try again in a moment', message)
  if (status >= 500) {
    request.log.error({ err: error, route: request.routeOptions.url }, 'a portal page failed')
    return new PortalProblem(500, 'Something went wrong on our side', 'Nothing was changed. Please try again; if it happens again, call the tech line below.')
  }
  return new PortalProblem(status, 'This could not be read', 'What your browser sent is not complete. Nothing was changed. Please go back and try again.')
}

/** Every failure inside the portal, as a page in words for the customer. */
export const answerPortalProblem =
  (context: BackendContext) =>
  async (error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { status, title, message, way } = asPortalProblem(error, request)
    const visit = request.portalVisit
    const frame = frameOf(await readPolicy(context.database.queries), visit, visit?.formToken ?? '')
    return sendPage(reply, createElement(ProblemPage, { frame, title, message, way }), status)
  }
