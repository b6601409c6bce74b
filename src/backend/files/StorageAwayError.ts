/** The place of the files cannot be reached or written. The message is for the person; `detail` is for the administrator. */
export class StorageAwayError extends Error {
  override readonly name = 'StorageAwayError'

  constructor(
    readonly detail: string,
    cause: unknown,
  ) {
    super('Files cannot be stored or fetched at this moment. Please try again in a few minutes.', { cause })
  }
}
