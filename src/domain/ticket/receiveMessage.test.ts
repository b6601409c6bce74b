import { describe, expect, it } from 'vitest'
import { exampleTicket, wall } from '../fixtures/examples'
import { receiveMessage } from './receiveMessage'
import { ticketStates } from './ticket'

const at = wall('2026-11-24T15:00')

describe('a customer’s message', () => {
  it('R67 waits from the oldest unanswered one', () => {
    const once = receiveMessage(exampleTicket(), { at: wall('2026-11-24T13:00') })
    expect(receiveMessage(once, { at })).toMatchObject({ unansweredSince: wall('2026-11-24T13:00'), lastActivityAt: at })
  })

  it('R66 reopens whatever was waiting, resolved or closed', () => {
    for (const state of ticketStates) {
      const after = receiveMessage(exampleTicket({}, { state }), { at })
      expect(after.state).toBe('open')
      expect(after.facts.some((fact) => fact.kind === 'state')).toBe(state !== 'open')
    }
  })

  it('R70 a raise to Urgent is the customer’s own, sets an older review aside, and must be seen anew', () => {
    const reviewed = exampleTicket({ brief: 'Server down' }, { engineerPriority: 'low', acknowledgedAt: at, acknowledgedBy: 'priya' })
    const raised = receiveMessage(reviewed, { at, priority: 'urgent' })
    expect(raised).toMatchObject({ customerPriority: 'urgent', engineerPriority: null, productionDown: true, acknowledgedAt: null, acknowledgedBy: null })
    expect(raised.facts.at(-1)).toEqual({ kind: 'priority', at, priority: 'urgent', productionDown: true, by: 'customer' })
  })

  it('R49 any other change leaves the engineer’s review, and the same value changes nothing', () => {
    const reviewed = exampleTicket({}, { engineerPriority: 'urgent', productionDown: true })
    expect(receiveMessage(reviewed, { at, priority: 'low' })).toMatchObject({ customerPriority: 'low', engineerPriority: 'urgent', productionDown: true })
    expect(receiveMessage(reviewed, { at, priority: 'medium' }).facts).toEqual(reviewed.facts)
  })

  it('R51 drops production down when the customer lowers an Urgent that nobody reviewed', () => {
    const down = exampleTicket({ brief: 'Server down', customerPriority: 'urgent' })
    expect(receiveMessage(down, { at, priority: 'high' }).productionDown).toBe(false)
  })
})
