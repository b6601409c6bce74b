import { expect, it } from 'vitest'
import { decidePage } from '../afterHours/decidePage'
import { examplePageFacts } from '../fixtures/examplePageFacts'
import { channels, priorities } from '../ticket/ticket'
import { channelRules } from './channelRules'

it('R14 R21 R74 says of each channel what pages, at every priority that a ticket of it may come to have', () => {
  for (const channel of channels) {
    for (const customerPriority of priorities) {
      const says = { nothing: false, every: true, urgent: customerPriority === 'urgent' }[channelRules[channel].pages]
      expect([channel, customerPriority, says]).toEqual([channel, customerPriority, decidePage(examplePageFacts({ channel, customerPriority })).page])
    }
  }
})
