import { describe, expect, it } from 'vitest'
import { wall } from '../fixtures/examples'
import type { AccessRequest } from './accessRequest'
import { completeRequest } from './completeRequest'
import { missingOfRequest } from './grantAccess'

const request = (changes: Partial<AccessRequest> = {}): AccessRequest => ({
  id: 'request-1', rev: 1, customerId: null, kind: 'temporary', name: 'Sam Lee', phone: null, email: ' ', requestedBy: { email: 'sam@lakeside.example', contactId: null },
  requestedAt: wall('2026-11-24T10:00'), text: '', state: 'open', contactId: null, decision: null, ...changes,
})

describe('R33 what an engineer found out for a request', () => {
  it('R33 fills in what is missing and leaves what was said', () => {
    const complete = completeRequest(request(), { name: 'Somebody Else', phone: ' 952-555-0133 ', email: 'sam.lee@lakeside.example' })
    expect(complete).toMatchObject({ name: 'Sam Lee', phone: '952-555-0133', email: 'sam.lee@lakeside.example' })
    expect(missingOfRequest(complete)).toEqual([])
  })

  it('R33 stays incomplete without it, and a decided request is not touched', () => {
    expect(missingOfRequest(completeRequest(request(), { phone: '1' }))).toEqual(['e-mail address'])
    expect(completeRequest(request({ state: 'denied' }), { phone: '1' })).toEqual(request({ state: 'denied' }))
    expect(completeRequest(request(), undefined)).toEqual(request())
  })
})
