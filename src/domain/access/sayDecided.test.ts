import { expect, it } from 'vitest'
import { toInstant } from '../calendar/time'
import { accessRequestStates } from './accessRequest'
import { sayDecided } from './sayDecided'

const decision = { by: { kind: 'engineer', id: 'engineer-2', name: 'Sam Ortiz' }, at: toInstant(1), reason: 'Ruth confirmed it by phone.' } as const

it.each(accessRequestStates.filter((state) => state !== 'open'))('P7 whoever comes second to a request that is %s learns who was first and why', (state) => {
  expect(sayDecided({ state, decision })).toMatch(/^Sam Ortiz .*: Ruth confirmed it by phone\.$/)
})

it('P7 says what was done, not only by whom', () => {
  expect(['granted', 'denied', 'confirmed', 'expired'].map((state) => sayDecided({ state: state as 'denied', decision: { ...decision, reason: '' } }))).toEqual([
    'Sam Ortiz has granted this already.',
    'Sam Ortiz has denied this already.',
    'Sam Ortiz has confirmed this access already.',
    'Sam Ortiz granted this, and it ended unconfirmed.',
  ])
})
