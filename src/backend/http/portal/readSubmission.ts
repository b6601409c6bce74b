import { Readable } from 'node:stream'
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { FormProblem } from '../../../portal/form/formProblem'
import { attachmentLimits } from '../../../protocol/portal/request'
import type { BackendContext, StagedFile } from '../../context'
import { FileTooLargeError } from '../../files/FileTooLargeError'
import { StorageAwayError } from '../../files/StorageAwayError'
import { readParts } from '../readParts'
import { checkFormToken } from './checkForm'
import { PortalProblem } from './PortalProblem'

/** A form with files, read to its end. The files lie in the store; whoever does not use them discards them. */
export interface Submission {
  readonly fields: Readonly<Record<string, string>>
  readonly files: readonly StagedFile[]
  /** About the attachments; with any of them nothing is to be opened. */
  readonly problems: readonly FormProblem[]
  /** What a form that opens nothing is answered with: too large, no place for files, or just not filled in right. */
  readonly status: 400 | 413 | 503
}

/** A bit above ours, so that it is our sentence that is read and not a broken connection. */
const limits = { fileSize: attachmentLimits.bytes + 1, files: 100, fields: 20, fieldSize: 1024 * 1024, parts: 120 }

const storageAway =
  'Your files cannot be stored at this moment. Nothing was sent yet. Please try again in a few minutes, or leave the files out now and add them to your request later.'

async function* whole(first: IteratorResult<Buffer>, rest: AsyncIterableIterator<Buffer>): AsyncGenerator<Buffer> {
  if (first.done !== true) yield first.value
  yield* rest
}

const problem = (message: string): FormProblem => ({ field: 'attachments', message })

/**
 * Reads a form with files, streaming each file into the store. A file that is too large or one too many is passed over
 * and becomes a problem, and so do files that cannot be stored: what was typed is not lost with them. The form token must come before the first file: a forged form stores nothing.
 */
export const readSubmission = async (context: BackendContext, request: FastifyRequest, formToken: string): Promise<Submission> => {
  if (!request.isMultipart()) throw new PortalProblem(415, 'This could not be read', 'The form was not sent as a form. Please use the page’s own button.')
  const fields: Record<string, string> = {}
  const files: StagedFile[] = []
  const problems: FormProblem[] = []
  let status: Submission['status'] = 400

  const refuse = (because: 413 | 503, message: string): void => {
    status = because
    problems.push(problem(message))
  }

  const takeFile = async (part: MultipartFile): Promise<void> => {
    checkFormToken(context, formToken, fields['formToken'])
    // The part itself must survive a failure: the form is read to its end, past the rest of the file.
    const bytes = part.file.iterator({ destroyOnReturn: false })
    const first = await bytes.next()
    // A browser sends an empty part for a file field left empty. A name of slashes and dots alone is read as none, too.
    if (part.filename === '' && first.done === true) return
    const skip = problems.length > 0 || files.length >= attachmentLimits.count
    if (skip) {
      if (problems.length === 0) refuse(413, `Please attach at most ${attachmentLimits.count} files.`)
      part.file.resume()
      return
    }
    try {
      const staged = await context.files.stage(Readable.from(whole(first, bytes)), part.filename)
      files.push(staged)
      if (staged.size > attachmentLimits.bytes) refuse(413, `${new FileTooLargeError(staged.name, attachmentLimits.bytes).message}. Please leave it out or make it smaller.`)
    } catch (error) {
      if (!(error instanceof StorageAwayError)) throw error
      refuse(503, storageAway)
      part.file.resume()
    }
  }

  try {
    for await (const part of readParts(request, { limits })) {
      if (part.type === 'file') await takeFile(part)
      else fields[part.fieldname] = String(part.value)
    }
    checkFormToken(context, formToken, fields['formToken'])
  } catch (error) {
    await discardAll(context, files)
    throw error
  }
  if (problems.length === 0) return { fields, files, problems, status }
  await discardAll(context, files)
  return { fields, files: [], problems, status }
}

/** Removes staged files that no ticket came to own. */
export const discardAll = async (context: BackendContext, files: readonly StagedFile[]): Promise<void> => {
  await Promise.all(files.map(async ({ id }) => context.files.discard(id)))
}
