import { describe, expect, it } from 'vitest'
import { wall } from '../fixtures/examples'
import { examplePageFacts, exampleStandbyWindow } from '../fixtures/examplePageFacts'
import { pageByHand } from './pageByHand'
import type { PageDecision } from './page'
import type { PageFacts } from './pageFacts'

const byPriya = (changes: Partial<PageFacts>, reason = 'The chief of surgery called me'): PageDecision => {
  const handed = pageByHand(examplePageFacts(changes), { by: 'Priya Raman', reason })
  if (!handed.ok) throw new Error(handed.sentence)
  return handed.decision
}

describe('R71 a page by hand', () => {
  it.each<[string, Partial<PageFacts>]>([
    ['by e-mail', { channel: 'email' }],
    ['Low', { customerPriority: 'low' }],
    ['with an engineer’s Urgent', { customerPriority: 'medium', engineerPriority: 'urgent' }],
    ['without a contract', { contracts: [] }],
    ['at noon', { now: wall('2026-11-24T12:00') }],
    ['at noon by e-mail from an unknown account', { now: wall('2026-11-24T12:00'), channel: 'email', contracts: null, customerId: null }],
  ])('R71 pages whatever the gates say, and keeps what they said: %s', (_what, changes) => {
    const decision = byPriya(changes)
    expect(decision).toMatchObject({ occasion: 'byHand', page: true, firstTo: 'onCall', engineerId: 'priya', rotaFrom: decision.decidedAt })
    expect(decision.gates.map(({ gate }) => gate)).toEqual(['hours', 'contract', 'channel', 'priority', 'rota'])
    expect(decision.gates.some(({ gate, pass }) => gate !== 'rota' && !pass)).toBe(true)
  })

  it('R71 says who paged and why, and keeps both', () => {
    const decision = byPriya({ channel: 'email' }, '  Both directions stopped  ')
    expect(decision.sentence).toBe('Priya Raman pages the engineer on call by hand. Reason: Both directions stopped')
    expect(decision.facts?.byHand).toEqual({ by: 'Priya Raman', reason: 'Both directions stopped' })
  })

  it('R71 is refused without a reason, in a sentence', () => {
    expect(pageByHand(examplePageFacts(), { by: 'Priya Raman', reason: ' \n' })).toEqual({
      ok: false,
      sentence: 'Please give a reason for the page, so that the engineer on call knows why they are woken.',
    })
  })

  it('R71 P35 says when nobody is on call', () => {
    expect(byPriya({ shifts: [] })).toMatchObject({ page: true, engineerId: null })
    expect(byPriya({ shifts: [] }).sentence).toMatch(/the rota names nobody on call: reach the support manager now\. Reason:/)
  })

  it('R71 goes to the engineer on call, also while the desk is staffed elsewhere and while standby is booked', () => {
    expect(byPriya({ now: wall('2026-11-24T17:30') }).firstTo).toBe('onCall')
    expect(byPriya({ standby: [exampleStandbyWindow()] })).toMatchObject({ firstTo: 'onCall', engineerId: 'priya' })
  })
})
