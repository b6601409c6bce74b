import type { S3Settings } from '../config/readS3Settings'

const wrongKey = new Set(['InvalidAccessKeyId', 'SignatureDoesNotMatch', 'InvalidSecurity', 'ExpiredToken', 'InvalidToken'])
const wrongRegion = new Set(['PermanentRedirect', 'AuthorizationHeaderMalformed', 'IllegalLocationConstraintException'])

/** Why an S3-compatible storage failed and what to do, for the administrator. Names no secret. */
export const sayS3Failure = (error: unknown, { bucket, endpoint, region }: S3Settings): string => {
  const place = endpoint ?? `S3 in ${region}`
  const code = error instanceof Error ? error.name : ''
  if (code === 'NoSuchBucket') return `There is no bucket “${bucket}” at ${place}. Create it, or correct FILES_S3_BUCKET.`
  if (wrongKey.has(code)) return `${place} refuses the key of the file storage. Check FILES_S3_ACCESS_KEY_ID and FILES_S3_SECRET_ACCESS_KEY.`
  if (code === 'AccessDenied') return `The key of the file storage may not read and write in the bucket “${bucket}” at ${place}. Give it the right to get, put and delete objects there.`
  if (wrongRegion.has(code)) return `The bucket “${bucket}” is not in the region ${region}, or not at ${place}. Check FILES_S3_REGION and FILES_S3_ENDPOINT.`
  if (code === 'RequestTimeTooSkewed') return `The clock of this machine and the one of ${place} differ too much. Set the clock right.`
  const said = error instanceof Error ? [code, error.message].filter((part) => part !== '' && part !== 'Error').join(': ') : String(error)
  return `The file storage at ${place} (bucket “${bucket}”) cannot be reached or failed: ${said}`
}
