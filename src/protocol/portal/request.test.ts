import { describe, expect, it } from 'vitest'
import { requestForm, signInFields } from '../../domain/intake/requestForm'
import { portalRequestShape, portalSignInShape } from './request'

describe('the portal form', () => {
  it('R11 makes a request Medium when the customer chose nothing', () => {
    expect(portalRequestShape.parse({ brief: 'Cover sheet is cut off' }).priority).toBe('medium')
  })

  it('R10 asks for a brief description in words', () => {
    const issue = portalRequestShape.safeParse({ brief: '  ' }).error?.issues[0]
    expect(issue?.path).toEqual(['brief'])
    expect(issue?.message).toContain('The brief description is empty')
  })

  it('R10 has a field for whatever the form asks for; files travel beside it', () => {
    const fields = Object.keys(portalRequestShape.shape)
    expect(Object.keys(requestForm).filter((field) => !fields.includes(field))).toEqual(['attachments'])
    expect(Object.keys(portalSignInShape.shape)).toEqual(signInFields)
  })

  it('R45 knows no fifth priority', () => {
    expect(portalRequestShape.safeParse({ brief: 'x', priority: 'critical' }).success).toBe(false)
  })
})
