/** A file is known, yet its bytes are not in the storage: taken away by hand, or not copied when the storage moved. */
export class FileMissingError extends Error {
  override readonly name = 'FileMissingError'

  constructor(readonly id: string) {
    super('The bytes of this file are no longer in the storage. Please ask for it to be sent again.')
  }
}
