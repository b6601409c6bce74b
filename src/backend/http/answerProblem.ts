import type { FastifyReply, FastifyRequest } from 'fastify'
import { toProblem } from './toProblem'

/** Answers any failure in the one shape desks read, and logs those that are ours. */
export const answerProblem = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const problem = toProblem(error)
  if (problem.status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, 'a request failed')
  if (problem.retryAfterSeconds !== null) void reply.header('retry-after', String(problem.retryAfterSeconds))
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer')
  return reply.code(problem.status).type('application/json; charset=utf-8').serializer(JSON.stringify).send(problem.problem)
}
