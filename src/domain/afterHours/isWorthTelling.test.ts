import { describe, expect, it } from 'vitest'
import { toInstant } from '../calendar/time'
import { isWorthTelling } from './isWorthTelling'
import type { PageDecision } from './page'

const decision = (page: boolean, afterHours: boolean): PageDecision => ({
  page,
  decidedAt: toInstant(0),
  gates: [{ gate: 'hours', pass: afterHours, rule: 'R68', sentence: '' }],
  sentence: '',
  contractUnverified: false,
  engineerId: null,
  policyVersion: 1,
})

describe('R68 what is told of a page decision', () => {
  it.each([
    ['Medium in hours says nothing', 'medium', false, false, false],
    ['Medium after hours is told: why was nobody woken', 'medium', false, true, true],
    ['Urgent in hours is told', 'urgent', false, false, true],
    ['a page is always told', 'low', true, true, true],
  ] as const)('%s', (_, priority, page, afterHours, told) => {
    expect(isWorthTelling(priority, decision(page, afterHours))).toBe(told)
  })
})
