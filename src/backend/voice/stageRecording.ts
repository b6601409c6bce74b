import type { Readable } from 'node:stream'
import type { FileStore, StagedFile } from '../context'
import { FileTooLargeError } from '../files/FileTooLargeError'
import { recordingLimits } from './recordingLimits'
import { UnusableRecordingError } from './UnusableRecordingError'

const tooLarge = (): UnusableRecordingError => new UnusableRecordingError(`it is larger than ${recordingLimits.bytes / 1024 / 1024} MB`)

/**
 * Streams a recording into the file store. Only WAV and MP3 by content are kept; anything else, or more than the limit,
 * throws an `UnusableRecordingError` and leaves nothing.
 */
export const stageRecording = async (files: FileStore, content: Readable): Promise<StagedFile> => {
  const staged = await files.stage(content, 'voicemail', recordingLimits.bytes).catch((error: unknown) => {
    throw error instanceof FileTooLargeError ? tooLarge() : error
  })
  if (!recordingLimits.mediaTypes.includes(staged.mediaType) || staged.size === 0) {
    await files.discard(staged.id)
    throw new UnusableRecordingError(`what came is neither WAV nor MP3 but ${staged.mediaType}`)
  }
  return { ...staged, name: staged.mediaType === 'audio/wav' ? 'voicemail.wav' : 'voicemail.mp3' }
}
