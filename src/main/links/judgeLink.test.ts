import { describe, expect, it } from 'vitest'
import { judgeLink } from './judgeLink'

const backend = 'http://127.0.0.1:4180'

describe('judgeLink', () => {
  it.each([
    ['https://example.com/a?b#c', 'https://example.com/a?b#c'],
    ['HTTPS://EXAMPLE.com', 'https://example.com/'],
    ['mailto:ann@example.com', 'mailto:ann@example.com'],
    ['tel:+1-612-555-0100', 'tel:+1-612-555-0100'],
    ['http://127.0.0.1:4180/requests/7', 'http://127.0.0.1:4180/requests/7'],
  ])('opens %s', (address, url) => {
    expect(judgeLink(address, backend)).toEqual({ allowed: true, url })
  })

  it.each([
    'file:///etc/passwd',
    'http://example.com/',
    'http://127.0.0.1:4181/',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'smb://server/share',
    'ms-msdt:/id',
    'vbscript:x',
    'rfx://ticket/1',
    'https://support.example.com@evil.example/',
    'https://ann:secret@example.com/',
    '/etc/passwd',
    'example.com',
    '',
  ])('P48 does not open %j', (address) => {
    expect(judgeLink(address, backend)).toMatchObject({ allowed: false })
  })

  it('opens no plain http before the backend is known', () => {
    expect(judgeLink('http://127.0.0.1:4180/', null)).toMatchObject({ allowed: false })
  })
})
