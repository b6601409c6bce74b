/** A recording: most bytes (about an hour of telephone WAV), how long one try may take in milliseconds, what it may be. */
export const recordingLimits = { bytes: 32 * 1024 * 1024, fetchMs: 60_000, mediaTypes: ['audio/wav', 'audio/mpeg'] as readonly string[] } as const
