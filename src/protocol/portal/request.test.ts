import { describe, expect, it } from 'vitest'
import { portalRequestShape } from './request'

describe('the portal form', () => {
  it('R11 makes a request Medium when the customer chose nothing', () => {
    expect(portalRequestShape.parse({ brief: 'Cover sheet is cut off' }).priority).toBe('medium')
  })

  it('R10 asks for a brief description in words', () => {
    const issue = portalRequestShape.safeParse({ brief: '  ' }).error?.issues[0]
    expect(issue?.path).toEqual(['brief'])
    expect(issue?.message).toContain('The brief description is empty')
  })

  it('R45 knows no fifth priority', () => {
    expect(portalRequestShape.safeParse({ brief: 'x', priority: 'critical' }).success).toBe(false)
  })
})
