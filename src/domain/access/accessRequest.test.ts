import { describe, expect, it } from 'vitest'
import type { Contact } from '../customer/customer'
import { chicago, exampleContact, examplePolicy, wall } from '../fixtures/examples'
import type { AccessContext } from './accessContext'
import type { AccessOutcome } from './accessOutcome'
import { accessRequestKinds, accessRequestStates } from './accessRequest'
import type { AccessRequest } from './accessRequest'
import { askTemporary } from './askTemporary'
import { confirmAccess } from './confirmAccess'
import { denyAccess } from './denyAccess'
import type { AccessDenier } from './denyAccess'
import { expireAccess } from './expireAccess'
import { grantAccess, missingOfRequest } from './grantAccess'
import type { GrantFacts } from './grantAccess'
import { mayOpenTicket } from './mayOpenTicket'

const at = wall('2026-11-24T10:00')
const primary = exampleContact({ id: 'primary-1', name: 'Ruth Vang', email: 'ruth@lakeside.example', access: 'primary' })
const foreignPrimary = exampleContact({ id: 'primary-2', customerId: 'customer-2', email: 'otto@harbor.example', access: 'primary' })

const request = (changes: Partial<AccessRequest> = {}): AccessRequest => ({
  id: 'request-1',
  rev: 3,
  customerId: 'customer-1',
  kind: 'addition',
  name: 'Sam Lee',
  phone: '952-555-0177',
  email: 'Sam@Lakeside.example',
  requestedBy: { email: 'ruth@lakeside.example', contactId: 'primary-1' },
  requestedAt: wall('2026-11-24T09:00'),
  text: '',
  state: 'open',
  contactId: null,
  decision: null,
  ...changes,
})
const temporary = (changes: Partial<AccessRequest> = {}): AccessRequest =>
  request({ kind: 'temporary', requestedBy: { email: 'sam@lakeside.example', contactId: null }, ...changes })

const priya = { kind: 'engineer', id: 'priya', name: 'Priya Raman' } as const
const facts = (changes: Partial<GrantFacts> = {}): GrantFacts => ({ contacts: [exampleContact(), primary], sameEmail: null, newContactId: 'contact-new', ...changes })
const context = (changes: Partial<AccessContext> = {}): AccessContext => ({ at, actor: priya, zone: chicago, policy: examplePolicy(), ...changes })

const done = (outcome: AccessOutcome): Extract<AccessOutcome, { ok: true }> => {
  if (!outcome.ok) throw new Error(outcome.refusal.sentence)
  return outcome
}
const refusal = (outcome: AccessOutcome): unknown => (outcome.ok ? 'done' : outcome.refusal)
const code = (outcome: AccessOutcome): string => (outcome.ok ? 'done' : outcome.refusal.code)

/** A request for temporary access that was granted, and the contact it made. */
const granted = (): { readonly request: AccessRequest; readonly contact: Contact } => {
  const outcome = done(grantAccess(temporary(), facts(), context()))
  if (outcome.contact === null) throw new Error('a grant makes a contact')
  return { request: outcome.request, contact: outcome.contact }
}

describe('R32 the primary contact has a person added', () => {
  it('makes the person authorized, for good, with name, number and address as given', () => {
    const outcome = done(grantAccess(request(), facts(), context()))
    expect(outcome.contact).toEqual(
      exampleContact({
        id: 'contact-new',
        rev: 0,
        siteId: null,
        name: 'Sam Lee',
        title: '',
        email: 'sam@lakeside.example',
        phone: '952-555-0177',
        access: 'authorized',
        accessUntil: null,
        abilities: { serviceAccountLogin: null, localAdministrator: null, knowsServers: null, knowsApplications: null, knowsDevices: null, rightFaxBasics: null },
      }),
    )
    expect(outcome.request).toEqual(request({ state: 'granted', contactId: 'contact-new', decision: { by: priya, at, reason: 'Added at the wish of the primary contact.' } }))
  })

  it('raises a person on file instead of making a second one', () => {
    const known = exampleContact({ id: 'contact-7', name: 'S. Lee', email: 'sam@lakeside.example', access: 'none', title: 'Fax clerk' })
    expect(done(grantAccess(request(), facts({ sameEmail: known }), context())).contact).toEqual({ ...known, name: 'Sam Lee', phone: '952-555-0177', access: 'authorized' })
  })

  it('names what the request does not give', () => {
    expect(missingOfRequest(request({ name: ' ', phone: null, email: '' }))).toEqual(['name', 'contact number', 'e-mail address'])
    expect(refusal(grantAccess(request({ phone: null }), facts(), context()))).toEqual({ code: 'missingFacts', sentence: 'The request does not give the contact number. Please ask ruth@lakeside.example for it.' })
    expect(refusal(grantAccess(temporary({ name: null, email: null }), facts(), context()))).toEqual({
      code: 'missingFacts',
      sentence: 'The request does not give the name and the e-mail address. Please ask sam@lakeside.example for them.',
    })
  })

  it.each([
    ['decided already', request({ state: 'denied' }), facts(), 'nothingToDo'],
    ['no account chosen', request({ customerId: null }), facts(), 'invalid'],
    ['authorized already', request(), facts({ sameEmail: exampleContact() }), 'nothingToDo'],
    ['the primary contact themself', temporary(), facts({ sameEmail: primary }), 'nothingToDo'],
    ['a person of another account', request(), facts({ sameEmail: exampleContact({ customerId: 'customer-2', access: 'none' }) }), 'invalid'],
  ])('refuses: %s', (_, asked, given, expected) => {
    expect(code(grantAccess(asked, given, context()))).toBe(expected)
  })
})

describe('R33 the primary contact is unknown or away', () => {
  it('does not add anybody for somebody else than the primary contact', () => {
    const byColleague = request({ requestedBy: { email: 'ana@lakeside.example', contactId: 'contact-1' } })
    expect(refusal(grantAccess(byColleague, facts(), context()))).toEqual({
      code: 'askTemporary',
      sentence: 'ana@lakeside.example is not the primary RightFax contact (Ruth Vang). Give temporary access, and ask the primary contact to confirm it.',
    })
    expect(code(grantAccess(request({ requestedBy: { email: 'otto@harbor.example', contactId: 'primary-2' } }), facts(), context()))).toBe('askTemporary')
    expect(refusal(grantAccess(request(), facts({ contacts: [exampleContact()] }), context()))).toEqual({
      code: 'askTemporary',
      sentence: 'This account has no primary RightFax contact on file, so nobody can add persons to it. Find out who it is, or give temporary access.',
    })
  })

  it('gives temporary access instead, also without any primary contact on file', () => {
    const asked = askTemporary(request({ requestedBy: { email: 'sam@lakeside.example', contactId: null } }))
    expect(asked.kind).toBe('temporary')
    expect(done(grantAccess(asked, facts({ contacts: [] }), context())).contact).toMatchObject({ access: 'temporary', accessUntil: wall('2026-12-01T17:00') })
    expect(askTemporary(request({ state: 'granted' })).kind).toBe('addition')
  })
})

describe('R34 P44 temporary access is confirmed by the primary contact, or ends', () => {
  it('is given first, so that the person can ask at once', () => {
    const { request: waiting, contact } = granted()
    expect([waiting.state, contact.access, contact.accessUntil]).toEqual(['granted', 'temporary', wall('2026-12-01T17:00')])
    expect([mayOpenTicket(contact, at).allowed, mayOpenTicket(contact, wall('2026-12-01T17:00')).allowed]).toEqual([true, false])
  })

  it('is not made longer while it runs, and is given anew with a warning once it ended unconfirmed', () => {
    const { contact } = granted()
    const again = (time: string) => grantAccess(temporary({ id: 'request-2' }), facts({ sameEmail: contact }), context({ at: wall(time) }))
    expect(refusal(again('2026-12-01T16:59'))).toEqual({
      code: 'nothingToDo',
      sentence: 'Sam Lee has access already. Temporary access until today 17:00 CT unless the primary contact confirms it.',
    })
    expect(done(again('2026-12-01T17:00'))).toMatchObject({ contact: { id: contact.id, accessUntil: wall('2026-12-08T17:00') }, warnings: ['Sam Lee had temporary access before, and nobody confirmed it.'] })
    expect(done(grantAccess(request({ id: 'request-3' }), facts({ sameEmail: contact }), context()))).toMatchObject({ contact: { access: 'authorized', accessUntil: null }, warnings: [] })
  })

  it('lasts once confirmed', () => {
    const { request: waiting, contact } = granted()
    const outcome = done(confirmAccess(waiting, { contact, confirmer: primary }, wall('2026-11-25T09:00')))
    expect(outcome.contact).toEqual({ ...contact, access: 'authorized', accessUntil: null })
    expect(outcome.request).toMatchObject({ state: 'confirmed', decision: { by: { kind: 'customer', id: 'primary-1', name: 'Ruth Vang' } } })
  })

  it('ends at once when denied', () => {
    const { request: waiting, contact } = granted()
    const outcome = done(denyAccess(waiting, contact, { kind: 'contact', contact: primary }, at))
    expect([outcome.request.state, outcome.contact?.access, outcome.contact?.accessUntil]).toEqual(['denied', 'none', null])
    expect(mayOpenTicket(outcome.contact, at).allowed).toBe(false)
  })

  it('can still be confirmed after it ended, not after it was denied, withdrawn or confirmed', () => {
    const { request: waiting, contact } = granted()
    const later = wall('2026-12-02T09:00')
    expect(expireAccess(waiting, contact, wall('2026-12-01T16:59'))).toBe(waiting)
    const expired = expireAccess(waiting, contact, wall('2026-12-01T17:00'))
    expect(expired.state).toBe('expired')
    expect(expireAccess(expired, contact, later)).toBe(expired)
    expect(code(confirmAccess(expired, { contact, confirmer: primary }, later))).toBe('done')
    expect(code(confirmAccess({ ...waiting, state: 'denied' }, { contact: { ...contact, access: 'none' }, confirmer: primary }, later))).toBe('nothingToDo')
    expect(code(confirmAccess(waiting, { contact: { ...contact, access: 'none' }, confirmer: primary }, later))).toBe('nothingToDo')
    expect(code(confirmAccess({ ...waiting, state: 'confirmed' }, { contact: { ...contact, access: 'authorized' }, confirmer: primary }, later))).toBe('nothingToDo')
    for (const state of ['open', 'denied', 'confirmed'] as const) {
      expect(code(confirmAccess({ ...waiting, state }, { contact, confirmer: primary }, later))).toBe('nothingToDo')
    }
    expect(code(confirmAccess(waiting, { contact: { ...contact, id: 'contact-8' }, confirmer: primary }, later))).toBe('nothingToDo')
    expect(code(confirmAccess(request({ state: 'granted', contactId: contact.id }), { contact, confirmer: primary }, later))).toBe('nothingToDo')
  })

  it('is answered by no one else: not the person, not a colleague, not a neighbour', () => {
    const { request: waiting, contact } = granted()
    const authorized = exampleContact()
    for (const [confirmer, expected] of [[contact, 'notAllowed'], [authorized, 'notAllowed'], [foreignPrimary, 'notFound']] as const) {
      expect(code(confirmAccess(waiting, { contact, confirmer }, at))).toBe(expected)
      expect(code(denyAccess(waiting, contact, { kind: 'contact', contact: confirmer }, at))).toBe(expected)
    }
  })

  it('R32 an engineer denies with a reason: an open request, or access that is temporary still', () => {
    const engineer = (reason: string): AccessDenier => ({ kind: 'engineer', actor: priya, reason })
    const { request: waiting, contact } = granted()
    expect(refusal(denyAccess(request(), null, engineer(' '), at))).toEqual({ code: 'invalid', sentence: 'Please say why, so that the person can be told.' })
    expect(done(denyAccess(request(), null, engineer(' Left the company. '), at))).toEqual({
      ok: true,
      request: request({ state: 'denied', decision: { by: priya, at, reason: 'Left the company.' } }),
      contact: null,
      warnings: [],
    })
    expect(done(denyAccess(waiting, contact, engineer('Not known there.'), at)).contact?.access).toBe('none')
    expect(code(denyAccess(waiting, { ...contact, access: 'authorized' }, engineer('x'), at))).toBe('nothingToDo')
    expect(code(denyAccess({ ...waiting, state: 'denied' }, contact, engineer('x'), at))).toBe('nothingToDo')
    expect(code(denyAccess({ ...waiting, state: 'confirmed' }, contact, engineer('x'), at))).toBe('nothingToDo')
  })

  it('knows its kinds and states', () => {
    expect([accessRequestKinds, accessRequestStates]).toEqual([['addition', 'temporary'], ['open', 'granted', 'confirmed', 'denied', 'expired']])
  })
})

describe('R36 end users as administrators', () => {
  it('are warned of and let in all the same', () => {
    const clerk = exampleContact({
      id: 'contact-7',
      access: 'none',
      email: 'sam@lakeside.example',
      abilities: { serviceAccountLogin: false, localAdministrator: false, knowsServers: null, knowsApplications: null, knowsDevices: null, rightFaxBasics: false },
    })
    const outcome = done(grantAccess(request(), facts({ sameEmail: clerk }), context()))
    expect(outcome.contact?.access).toBe('authorized')
    expect(outcome.warnings).toEqual([
      'Sam Lee does not know RightFax administration and cannot get onto the server, as an end user would. Authorized persons should be RightFax administrators; access may be given all the same.',
    ])
  })
})
