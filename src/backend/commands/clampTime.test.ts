import { describe, expect, it } from 'vitest'
import { toInstant } from '../../domain/calendar/time'
import { clampTime } from './clampTime'

describe('P16 clampTime', () => {
  const ticket = { lastActivityAt: toInstant(1_000) }
  it.each([
    ['a time between', 1_500, 1_500],
    ['a slow clock', 10, 1_000],
    ['a fast clock', 9_000_000_000_000, 2_000],
  ])('%s', (_what, claimed, kept) => {
    expect(clampTime(toInstant(claimed), ticket, toInstant(2_000))).toBe(kept)
  })
})
