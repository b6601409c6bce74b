import { StartFailure } from './startFailure'

/** An S3-compatible storage for files. */
export interface S3Settings {
  readonly bucket: string
  /** `https://…`; null = Amazon's own, by region. */
  readonly endpoint: string | null
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** Whether the bucket is named in the path; most servers other than Amazon's want that. */
  readonly pathStyle: boolean
  /** Put before every key, with a slash at its end; empty = none. */
  readonly prefix: string
}

type Environment = Readonly<Record<string, string | undefined>>

const readEndpoint = (text: string): string | null => {
  if (text === '') return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.username !== '' || url.password !== '' || url.search !== '') {
    // Not repeated: it may hold a secret.
    throw new StartFailure('FILES_S3_ENDPOINT must be an address such as https://s3.example.com, without a key in it.')
  }
  return text.replace(/\/+$/, '')
}

const readPathStyle = (text: string, endpoint: string | null): boolean => {
  if (text === '') return endpoint !== null
  if (text !== 'yes' && text !== 'no') throw new StartFailure(`FILES_S3_PATH_STYLE must be yes or no, not “${text}”.`)
  return text === 'yes'
}

const readPrefix = (text: string): string => {
  const prefix = text.replaceAll(/^\/+|\/+$/g, '')
  if (!/^[\w.\-/]*$/.test(prefix)) throw new StartFailure(`FILES_S3_PREFIX may have letters, digits and the signs . - _ / only, not “${text}”.`)
  return prefix === '' ? '' : `${prefix}/`
}

/**
 * Reads where files are kept from the environment, since a command line is seen by everybody on the machine. Null = on
 * this machine's disk. Throws a `StartFailure` when something of it is missing or wrong.
 */
export const readS3Settings = (environment: Environment): S3Settings | null => {
  const read = (name: string): string => (environment[`FILES_S3_${name}`] ?? '').trim()
  const bucket = read('BUCKET')
  const given = Object.keys(environment).filter((name) => name.startsWith('FILES_S3_') && (environment[name] ?? '').trim() !== '')
  if (given.length === 0) return null
  if (bucket === '') throw new StartFailure(`${given[0]} is set, but FILES_S3_BUCKET is not: name the bucket that files are to be kept in.`)
  const [accessKeyId, secretAccessKey] = [read('ACCESS_KEY_ID'), read('SECRET_ACCESS_KEY')]
  if (accessKeyId === '' || secretAccessKey === '') throw new StartFailure('The file storage needs FILES_S3_ACCESS_KEY_ID and FILES_S3_SECRET_ACCESS_KEY.')
  const endpoint = readEndpoint(read('ENDPOINT'))
  const region = read('REGION')
  if (endpoint === null && region === '') throw new StartFailure('Amazon’s own storage needs FILES_S3_REGION, such as us-east-2; any other needs FILES_S3_ENDPOINT, its address.')
  return {
    bucket,
    endpoint,
    region: region === '' ? 'us-east-1' : region,
    accessKeyId,
    secretAccessKey,
    pathStyle: readPathStyle(read('PATH_STYLE'), endpoint),
    prefix: readPrefix(read('PREFIX')),
  }
}
