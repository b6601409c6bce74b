import type { Multipart } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { ProblemError } from './problemError'

const incomplete = (): ProblemError => new ProblemError('badRequest', 'The form cannot be read: it is not complete, or says of itself what it is not. Please send it again.')

/** The parser tells of limits with a status; what a form is broken at, it tells without one. */
const asProblem = (error: unknown): unknown => (error instanceof Error && 'statusCode' in error ? error : incomplete())

/** The parts of a form with files, in their order. Throws a `ProblemError` when what came is no complete form. */
export async function* readParts(request: FastifyRequest, limits: Parameters<FastifyRequest['parts']>[0] & object): AsyncGenerator<Multipart, void> {
  try {
    for await (const part of request.parts(limits) as AsyncIterable<Multipart>) yield part
  } catch (error) {
    throw asProblem(error)
  }
}
