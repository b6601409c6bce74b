import { describe, expect, it } from 'vitest'
import { exampleContact, wall } from '../fixtures/examples'
import { engineerRoles } from './engineer'
import { mayDo } from './mayDo'
import { mayOpenTicket } from './mayOpenTicket'

const now = wall('2026-11-24T12:00')

describe('R31 who may open tickets', () => {
  it('lets primary and authorized contacts', () => {
    expect(mayOpenTicket(exampleContact({ access: 'primary' }), now)).toEqual({ allowed: true })
    expect(mayOpenTicket(exampleContact(), now)).toEqual({ allowed: true })
  })

  it('R34 lets temporary ones until their access ends', () => {
    const until = (accessUntil: typeof now | null): boolean => mayOpenTicket(exampleContact({ access: 'temporary', accessUntil }), now).allowed
    expect([until(wall('2026-11-24T12:01')), until(now), until(wall('2026-11-20T12:00')), until(null)]).toEqual([true, false, false, true])
  })

  it('holds others and says why', () => {
    expect(mayOpenTicket(null, now)).toEqual({ allowed: false, sentence: 'The requester is not a contact of any account on file (R31).' })
    expect(mayOpenTicket(exampleContact({ access: 'none' }), now)).toEqual({ allowed: false, sentence: 'Ana Ortiz is on file but not on the account’s list of authorized personnel (R31).' })
  })
})

describe('what roles may do', () => {
  it('R54 everybody of the firm signs in and sees every ticket and customer', () => {
    for (const role of engineerRoles) expect([mayDo(role, 'signInToDesk'), mayDo(role, 'readTickets'), mayDo(role, 'readCustomers')]).toEqual([true, true, true])
  })

  it('R1 R4 R5 helpdesk works tickets; installation engineers advise and take none', () => {
    expect(mayDo('helpdesk', 'claim')).toBe(true)
    expect([mayDo('installation', 'addNote'), mayDo('installation', 'claim'), mayDo('installation', 'acknowledge')]).toEqual([true, false, false])
  })

  it('only an administrator changes the policy', () => {
    expect(engineerRoles.filter((role) => mayDo(role, 'changePolicy'))).toEqual(['administrator'])
  })
})
