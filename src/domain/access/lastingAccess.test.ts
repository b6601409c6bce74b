import { expect, it } from 'vitest'
import { exampleContact, wall } from '../fixtures/examples'
import { mayOpenTicket } from './mayOpenTicket'

it.each(['primary', 'authorized'] as const)('R31 R34 only temporary access has an end: %s opens tickets whatever date is on file', (access) => {
  const now = wall('2026-11-24T10:00')
  expect(mayOpenTicket(exampleContact({ access, accessUntil: wall('2026-11-23T17:00') }), now)).toEqual({ allowed: true })
})
