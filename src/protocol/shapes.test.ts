import { describe, expect, it } from 'vitest'
import { dateShape, instantShape, typedText, zoneShape } from './shapes'

describe('the shapes of time', () => {
  it.each([1.5, -1, 7_258_118_400_000, '2026-11-24T10:00:00Z', null])('refuses %s as an instant', (value) => {
    expect(instantShape.safeParse(value).success).toBe(false)
  })

  it.each(['America/Chicago', 'America/Indiana/Knox', 'America/Phoenix', 'UTC'])('R28 takes the zone %s', (name) => {
    expect(zoneShape.parse(name)).toBe(name)
  })

  it.each(['CST', 'America/Nowhere', '', '-06:00'])('R28 refuses %s, which is no IANA zone', (name) => {
    expect(zoneShape.safeParse(name).success).toBe(false)
  })

  it.each(['2026-02-30', '24.11.2026', '2026-1-1'])('refuses %s as a day', (value) => {
    expect(dateShape.safeParse(value).success).toBe(false)
  })
})

describe('typed text', () => {
  it('says which text is too long, by how much, and what to do', () => {
    const issue = typedText('The brief description', 200).safeParse('x'.repeat(201)).error?.issues[0]
    expect(issue?.message).toBe('The brief description is longer than 200 characters: please shorten it or attach a file')
  })
})
