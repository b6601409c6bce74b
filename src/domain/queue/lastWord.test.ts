import { expect, it } from 'vitest'
import { exampleTicket } from '../fixtures/examples'
import { compareTickets } from './compareTickets'

it('R51 between equals of one moment the lower number goes first, and only then the id', () => {
  const [older, newer] = [exampleTicket({ id: 'z', number: 1 }), exampleTicket({ id: 'a', number: 2 })]
  expect(Math.sign(compareTickets(older, newer))).toBe(-1)
  expect(Math.sign(compareTickets(exampleTicket({ id: 'a' }), exampleTicket({ id: 'z' })))).toBe(-1)
})
