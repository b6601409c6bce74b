import { describe, expect, it } from 'vitest'
import { chicago, examplePolicy, wall } from '../fixtures/examples'
import { accessExpectation } from './accessExpectation'

const say = (requestedAt: string, now = requestedAt): string => accessExpectation({ requestedAt: wall(requestedAt) }, chicago, examplePolicy(), wall(now))

describe('R32 what somebody who asks for access is told', () => {
  it('names this very day while there is time left', () => {
    expect(say('2026-11-24T09:00')).toBe('Access is typically set up today, until 17:00 CT.')
  })

  it('names the next business day shortly before closing, and in the evening', () => {
    expect(say('2026-11-24T16:55')).toBe('Access is typically set up on Wed 25 Nov, until 17:00 CT.')
    expect(say('2026-11-27T20:00')).toBe('Access is typically set up on Mon 30 Nov, until 17:00 CT.')
  })

  it('promises nothing once the time has passed, from the closing minute on', () => {
    expect(say('2026-11-24T09:00', '2026-11-24T16:59')).toContain('typically')
    expect(say('2026-11-24T09:00', '2026-11-24T17:00')).toBe('We aimed to set it up today, until 17:00 CT, and are late. Every engineer sees this request as overdue.')
  })
})
