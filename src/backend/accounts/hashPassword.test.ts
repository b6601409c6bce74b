import { describe, expect, it } from 'vitest'
import { checkPassword, hashPassword } from './hashPassword'

describe('hashPassword', () => {
  it('makes an argon2id hash of OWASP’s floor, with a salt of its own each time', async () => {
    const [one, two] = await Promise.all([hashPassword('fax-tone'), hashPassword('fax-tone')])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(one).not.toBe(two)
  })
  it('knows the right password, refuses a wrong one, and nobody’s', async () => {
    const stored = await hashPassword('fax-tone')
    expect(await checkPassword(stored, 'fax-tone')).toBe(true)
    expect(await checkPassword(stored, 'fax-tones')).toBe(false)
    expect(await checkPassword(null, 'a password nobody has')).toBe(false)
  })
})
