import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { voiceHookShape } from '../../protocol/intake/voiceHook'
import type { VoiceHook } from '../../protocol/intake/voiceHook'
import type { VoiceSettings } from '../config/readVoiceSettings'
import type { BackendContext } from '../context'
import { StorageAwayError } from '../files/StorageAwayError'
import { ProblemError } from '../http/problemError'
import { readParts } from '../http/readParts'
import type { PostedRecording } from './acceptVoicemail'
import { isSignedByProvider } from './isSignedByProvider'
import { isTimely } from './isTimely'
import type { FormFields } from './providerSignature'
import { recordingLimits } from './recordingLimits'
import { stageRecording } from './stageRecording'
import { UnusableRecordingError } from './UnusableRecordingError'

export interface ReadVoiceHook {
  readonly hook: VoiceHook
  readonly posted: PostedRecording
}

const forged = (): ProblemError =>
  new ProblemError('notAllowed', 'This request is not signed by the telephony provider for this address. Please check the account’s secret and the public address this backend was started with.')

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Checks the signature over the exact public address and the fields, then reads them. Nothing is stored before. */
const openSigned = (context: BackendContext, settings: VoiceSettings, request: FastifyRequest, signed: FormFields, fields: unknown): VoiceHook => {
  const signature = request.headers['x-twilio-signature']
  const url = `${context.config.publicUrl()}${request.raw.url ?? ''}`
  if (!isSignedByProvider(settings.token, typeof signature === 'string' ? signature : undefined, url, signed)) throw forged()
  const hook = voiceHookShape.safeParse(fields)
  if (!hook.success) throw new ProblemError('badRequest', `The call cannot be read: ${hook.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`)
  if (!isTimely(hook.data.Timestamp, context.now())) {
    throw new ProblemError('notAllowed', 'This request was sent more than 5 minutes before or after the time here. Please check the clock of this machine.')
  }
  return hook.data
}

const stagePosted = async (context: BackendContext, content: Readable, claimedSha256: string): Promise<PostedRecording> => {
  try {
    const file = await stageRecording(context.files, content)
    if (file.sha256 === claimedSha256.toLowerCase()) return { file }
    await context.files.discard(file.id)
  } catch (error) {
    // The form is read to its end, past a file that nobody takes.
    content.resume()
    if (error instanceof UnusableRecordingError) return { unusable: error.message, again: false }
    if (error instanceof StorageAwayError) return { unusable: 'files cannot be stored at this moment; the provider is asked to post it again', again: true }
    throw error
  }
  throw forged()
}

/** Fields first, then one file, whose digest is among the signed fields. */
const readMultipart = async (context: BackendContext, settings: VoiceSettings, request: FastifyRequest): Promise<ReadVoiceHook> => {
  const fields: (readonly [string, string])[] = []
  let read: ReadVoiceHook | null = null
  const limits = { fileSize: recordingLimits.bytes + 1, files: 1, fields: 40, fieldSize: 64 * 1024, parts: 41 }
  for await (const part of readParts(request, { limits })) {
    if (read !== null) throw new ProblemError('badRequest', 'The fields of a posted recording must come before the file, because the signature covers them.')
    if (part.type === 'file') {
      const hook = openSigned(context, settings, request, fields, Object.fromEntries(fields))
      read = { hook, posted: await stagePosted(context, part.file, hook.RecordingSha256) }
    } else fields.push([part.fieldname, String(part.value)])
  }
  return read ?? { hook: openSigned(context, settings, request, fields, Object.fromEntries(fields)), posted: null }
}

const parseJson = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw new ProblemError('badRequest', 'The call cannot be read: the body is not JSON.')
    throw error
  }
}

/**
 * Reads the provider's request once its signature holds: a form (address and sorted fields are signed), JSON (the address
 * with `bodySHA256` is signed), or a multipart form with the recording in it. Throws a `ProblemError`: 403 for a forged,
 * changed or stale one, 400 for one that names no call.
 */
export const readVoiceHook = async (context: BackendContext, settings: VoiceSettings, request: FastifyRequest): Promise<ReadVoiceHook> => {
  if (request.isMultipart()) return readMultipart(context, settings, request)
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  if (request.headers['content-type']?.startsWith('application/json') !== true) {
    const fields: FormFields = [...new URLSearchParams(body.toString('utf8'))]
    return { hook: openSigned(context, settings, request, fields, Object.fromEntries(fields)), posted: null }
  }
  const query = z.object({ bodySHA256: z.string() }).safeParse(request.query)
  if (!query.success || query.data.bodySHA256.toLowerCase() !== sha256(body)) throw forged()
  // The digest is believed only with the signature over the address it stands in.
  return { hook: openSigned(context, settings, request, [], parseJson(body)), posted: null }
}
