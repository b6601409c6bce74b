import { expect, it } from 'vitest'
import { chicago, exampleContact, examplePolicy, wall } from '../fixtures/examples'
import type { AccessRequest } from './accessRequest'
import { applyAccessCommand } from './applyAccessCommand'

const at = wall('2026-11-24T10:00')
const context = { at, actor: { kind: 'engineer', id: 'priya', name: 'Priya Raman' }, zone: chicago, policy: examplePolicy() } as const
const primary = exampleContact({ id: 'primary-1', name: 'Ruth Vang', email: 'ruth@lakeside.example', access: 'primary' })
const people = { contacts: [primary], sameEmail: null, granted: null }
const request: AccessRequest = {
  id: 'request-1', rev: 3, customerId: null, kind: 'addition', name: 'Sam Lee', phone: '952-555-0177', email: 'sam@lakeside.example',
  requestedBy: { email: 'somebody@lakeside.example', contactId: null }, requestedAt: wall('2026-11-24T09:00'), text: '', state: 'open', contactId: null, decision: null,
}
const grant = (kind: AccessRequest['kind']) =>
  applyAccessCommand(request, { name: 'grantAccess', args: { requestId: 'request-1', eventId: 'e', customerId: 'customer-1', kind, newContactId: 'new' } }, people, context)

it('R33 gives what did not come from the primary contact as temporary access only, at the account the engineer chose', () => {
  expect(grant('addition')).toMatchObject({ ok: false, refusal: { code: 'askTemporary' } })
  expect(grant('temporary')).toMatchObject({ ok: true, request: { customerId: 'customer-1', kind: 'temporary', state: 'granted' }, contact: { id: 'new', access: 'temporary' } })
})

it('R34 denies with the reason given, and not without one', () => {
  const deny = (reason: string) => applyAccessCommand(request, { name: 'denyAccess', args: { requestId: 'request-1', eventId: 'e', reason } }, people, context)
  expect(deny('Not known at this company.')).toMatchObject({ ok: true, request: { state: 'denied', decision: { reason: 'Not known at this company.' } }, contact: null })
  expect(deny(' ')).toMatchObject({ ok: false, refusal: { code: 'invalid' } })
})
