import { expect, it } from 'vitest'
import { exampleTicket, wall } from '../fixtures/examples'
import { refuseRaise } from './refuseRaise'
import { ticketStates } from './ticket'

it('R70 an open or waiting request that is not Urgent can be raised, also after an engineer reviewed it', () => {
  expect(ticketStates.filter((state) => refuseRaise(exampleTicket({}, { state, engineerPriority: 'low' })) === null)).toEqual(['open', 'waiting'])
})

it('R70 what is Urgent by the customer’s own word cannot be raised again, whatever an engineer made of it', () => {
  expect(refuseRaise(exampleTicket({}, { customerPriority: 'urgent', engineerPriority: 'medium' }))).toBe('urgentAlready')
  expect(refuseRaise(exampleTicket({}, { customerPriority: 'medium', engineerPriority: 'urgent' }))).toBeNull()
})

it('R50 a request that was merged says so before it says that it is closed', () => {
  const facts = [{ kind: 'mergedInto', at: wall('2026-11-24T11:00'), ticketId: 'ticket-2' }] as const
  expect(refuseRaise(exampleTicket({}, { state: 'closed', facts }))).toBe('merged')
})
