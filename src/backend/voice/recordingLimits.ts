/**
 * A recording: most bytes (about half an hour of telephone WAV, and far more MP3), longest message in seconds, how long
 * one try to fetch it may take in milliseconds, what it may be.
 */
export const recordingLimits = { bytes: 32 * 1024 * 1024, seconds: 600, fetchMs: 60_000, mediaTypes: ['audio/wav', 'audio/mpeg'] as readonly string[] } as const
