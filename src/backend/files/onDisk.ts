import { StorageAwayError } from './StorageAwayError'

const said = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'the disk is full'
  return error instanceof Error ? error.message : String(error)
}

/** Waits for something done to the disk; what it fails with becomes a `StorageAwayError`. */
export const onDisk = async <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    throw new StorageAwayError(`The folder of the files cannot be used: ${said(error)}`, error)
  })
