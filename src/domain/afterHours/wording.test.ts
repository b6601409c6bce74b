import { describe, expect, it } from 'vitest'
import { examplePolicy, exampleTicket, wall } from '../fixtures/examples'
import { examplePageFacts } from '../fixtures/examplePageFacts'
import { decideAtClosing } from './decideAtClosing'
import { decidePage } from './decidePage'

const briefs = ['RightFax down', 'Upgrade to 21.2 failed halfway', 'Installing a patch', 'Migration tonight', 'How do I train users?', 'Maintenance question', '']

describe('R75 no page is suppressed by a guess', () => {
  it.each(briefs)('R75 pages an Urgent of a 24×7 customer whatever its words: “%s”', (brief) => {
    const ticket = exampleTicket({ brief, customerPriority: 'urgent', receivedAt: wall('2026-11-24T16:40') })
    const { contracts, standby, shifts, engineers } = examplePageFacts()
    expect(decideAtClosing({ ticket, now: wall('2026-11-24T17:00'), policy: examplePolicy(), contracts, standby, shifts, engineers }).kind).toBe('handedOver')
    const worded = { ...examplePageFacts(), brief, detail: brief }
    expect(decidePage(worded)).toEqual(decidePage(examplePageFacts()))
  })

  it('R75 keeps no words of the request among the facts of a decision', () => {
    const { facts } = decidePage(examplePageFacts())
    expect(Object.keys(facts ?? {}).toSorted()).toEqual(
      ['byHand', 'channel', 'contracts', 'customerId', 'customerPriority', 'engineerPriority', 'engineers', 'environment', 'now', 'occasion', 'policy', 'shifts', 'standby', 'zone'],
    )
  })
})
