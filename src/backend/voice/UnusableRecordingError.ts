/** A recording that trying again cannot mend; the message says why, after “The recording is not here: ”. */
export class UnusableRecordingError extends Error {
  override readonly name = 'UnusableRecordingError'
}
