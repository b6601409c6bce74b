import { describe, expect, it } from 'vitest'
import { fillSentence } from './fillSentence'

describe('R83 sentences with blanks', () => {
  it('fills each blank wherever it stands, and reads nothing it filled in', () => {
    expect(fillSentence('Ask {name} ({email}), {name}.', { name: 'Dana {email}', email: 'd@x.example' })).toBe('Ask Dana {email} (d@x.example), Dana {email}.')
    expect(fillSentence('{name}', { name: '$& $1' })).toBe('$& $1')
  })
})
