import { describe, expect, it } from 'vitest'
import { isWorthTelling } from './isWorthTelling'
import type { PageDecision } from './page'

const decision = (page: boolean, afterHours: boolean): Pick<PageDecision, 'page' | 'gates'> => ({
  page,
  gates: [{ gate: 'hours', pass: afterHours, rule: 'R68', sentence: '' }],
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
