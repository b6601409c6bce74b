import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { SignInBusyError } from '../accounts/hashingQueue'
import { isTransient } from '../db/sqlState'
import { FileMissingError } from '../files/FileMissingError'
import { StorageAwayError } from '../files/StorageAwayError'
import { ProblemError } from './problemError'

/** What any failure is told as. Only a failure of our own is `internal`; what the caller sent never is. */
export const toProblem = (error: unknown): ProblemError => {
  if (error instanceof ProblemError) return error
  if (error instanceof SignInBusyError) return new ProblemError('tooMany', error.message, { retryAfterSeconds: 5 })
  if (error instanceof StorageAwayError) return new ProblemError('unavailable', error.message, { retryAfterSeconds: 60 })
  if (error instanceof FileMissingError) return new ProblemError('notFound', error.message)
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = error.validation.map((issue) => ({
      path: issue.instancePath.replace(/^\//, '').replaceAll('/', '.'),
      message: issue.message ?? 'is not valid',
    }))
    const named = fields.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; ')
    return new ProblemError('badRequest', `The request cannot be read: ${named}`, { fields })
  }
  if (isTransient(error)) {
    return new ProblemError('unavailable', 'The backend cannot reach its database at this moment. Nothing was changed; please try again shortly.', { retryAfterSeconds: 2 })
  }
  if (error instanceof Error && 'code' in error && error.code === 'FST_ERR_BAD_URL') return new ProblemError('badRequest', 'This address is not well-formed. Please check it.')
  return fromStatus(error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500)
}

const fromStatus = (status: number): ProblemError => {
  if (status === 413) return new ProblemError('tooLarge', 'The request is larger than this backend accepts. Please send less at once.')
  if (status === 429) return new ProblemError('tooMany', 'Too many requests from this address. Please wait a minute and try again.', { retryAfterSeconds: 60 })
  if (status === 404) return new ProblemError('notFound', 'There is nothing at this address.')
  if (status === 415) return new ProblemError('badRequest', 'The request must be JSON, with the header "content-type: application/json".')
  if (status >= 400 && status < 500) return new ProblemError('badRequest', 'The request cannot be read: it is not complete, well-formed JSON.')
  return new ProblemError('internal', 'Something went wrong in the backend. It has been written to its log; nothing was changed.')
}
