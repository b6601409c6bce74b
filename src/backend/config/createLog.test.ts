import { DrizzleQueryError } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { createLog } from './createLog'

const logged = (write: (log: ReturnType<typeof createLog>) => void): string => {
  let text = ''
  write(createLog({ write: (line) => void (text += line) }))
  return text
}

describe('createLog', () => {
  it('P49 removes secrets, however deep they lie', () => {
    const text = logged((log) =>
      log.info({ password: 'canary', headers: { authorization: 'Bearer canary', cookie: 'canary' }, body: { grant: { refreshToken: 'canary' } } }, 'x'),
    )
    expect(text).toContain('(removed)')
    expect(text).not.toContain('canary')
  })
  it('P49 tells why a statement failed without the values it was given', () => {
    const cause = Object.assign(new Error('duplicate key value violates unique constraint'), { code: '23505' })
    const text = logged((log) => log.error({ err: new DrizzleQueryError('insert into x values ($1)', ['canary'], cause) }, 'x'))
    expect(text).toContain('duplicate key')
    expect(text).toContain('23505')
    expect(text).not.toContain('canary')
  })
})
