import { expect, it } from 'vitest'
import { engineerRoles } from './engineer'
import type { EngineerRole } from './engineer'
import { mayDo } from './mayDo'
import { scopesOf } from './scopes'

it('P10 R54 every role reads the desk; server notes and requests for access only who works on them', () => {
  expect(Object.fromEntries(engineerRoles.map((role) => [role, scopesOf(role).join(' ')]))).toEqual({
    helpdesk: 'desk serverNotes accessRequests',
    installation: 'desk serverNotes',
    supportManager: 'desk serverNotes accessRequests',
    accountManager: 'desk accessRequests',
    projectManager: 'desk',
    administrator: 'desk serverNotes accessRequests',
  })
})

it('P42 the scope of the desk is right only while every role reads all that is in it', () => {
  const inDesk = ['readTickets', 'readCustomers', 'readPageDecisions', 'readRota', 'readPolicy'] as const
  for (const role of engineerRoles) for (const operation of inDesk) expect(mayDo(role, operation)).toBe(true)
})

it('P42 gives a role it does not know no scope', () => {
  expect(scopesOf('customer' as EngineerRole)).toEqual([])
})
