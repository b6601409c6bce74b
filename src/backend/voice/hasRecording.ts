import type { VoiceHook } from '../../protocol/intake/voiceHook'

/** Whether the provider has a recording to fetch: one that failed, or of a caller who said nothing, has an address too. */
export const hasRecording = ({ RecordingUrl, RecordingStatus }: Pick<VoiceHook, 'RecordingUrl' | 'RecordingStatus'>): boolean =>
  RecordingUrl !== '' && !['absent', 'failed'].includes(RecordingStatus)
