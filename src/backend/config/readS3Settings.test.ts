import { describe, expect, it } from 'vitest'
import { readS3Settings } from './readS3Settings'

const bucket = { FILES_S3_BUCKET: 'fax-files', FILES_S3_ENDPOINT: 'https://s3.example/', FILES_S3_ACCESS_KEY_ID: 'AK', FILES_S3_SECRET_ACCESS_KEY: 'canary' }

describe('readS3Settings', () => {
  it('is null without any, and knows what to leave out', () => {
    expect(readS3Settings({ FILES_S3_BUCKET: ' ' })).toBeNull()
    expect(readS3Settings(bucket)).toEqual({
      bucket: 'fax-files', endpoint: 'https://s3.example', region: 'us-east-1', accessKeyId: 'AK', secretAccessKey: 'canary', pathStyle: true, prefix: '',
    })
    const { FILES_S3_ENDPOINT: _other, ...amazon } = bucket
    expect(readS3Settings({ ...amazon, FILES_S3_REGION: 'us-east-2', FILES_S3_PREFIX: '/helpdesk/files/' })).toMatchObject({
      endpoint: null, region: 'us-east-2', pathStyle: false, prefix: 'helpdesk/files/',
    })
    expect(readS3Settings({ ...bucket, FILES_S3_PATH_STYLE: 'no' })?.pathStyle).toBe(false)
  })
  it.each([
    [{ FILES_S3_BUCKET: '' }, 'is set, but FILES_S3_BUCKET is not'],
    [{ FILES_S3_SECRET_ACCESS_KEY: '' }, 'needs FILES_S3_ACCESS_KEY_ID and FILES_S3_SECRET_ACCESS_KEY'],
    [{ FILES_S3_ENDPOINT: 's3.example' }, 'FILES_S3_ENDPOINT must be an address'],
    [{ FILES_S3_ENDPOINT: 'https://AK:canary@s3.example' }, 'without a key in it'],
    [{ FILES_S3_ENDPOINT: '' }, 'needs FILES_S3_REGION'],
    [{ FILES_S3_PATH_STYLE: 'true' }, 'FILES_S3_PATH_STYLE must be yes or no, not “true”'],
    [{ FILES_S3_PREFIX: 'a b' }, 'FILES_S3_PREFIX may have'],
  ])('names what is missing or wrong with %j, never the secret', (change, sentence) => {
    expect(() => readS3Settings({ ...bucket, ...change })).toThrow(sentence)
    expect(() => readS3Settings({ ...bucket, ...change })).toThrow(/^(?!.*canary)/s)
  })
})
