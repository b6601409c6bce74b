import type { Attachment } from '../../domain/ticket/attachment'

/** Whether a file is sound that the desk can play: a voicemail's recording, also one that came with a mail. */
export const isRecording = ({ mediaType }: Pick<Attachment, 'mediaType'>): boolean => mediaType === 'audio/wav' || mediaType === 'audio/mpeg'
