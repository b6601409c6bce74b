/** A file is larger than the channel it came by allows; nothing of it was kept. */
export class FileTooLargeError extends Error {
  override readonly name = 'FileTooLargeError'

  constructor(
    readonly fileName: string,
    readonly maxBytes: number,
  ) {
    super(`“${fileName}” is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB, the most one file may have`)
  }
}
