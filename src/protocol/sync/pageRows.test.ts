import { describe, expect, it } from 'vitest'
import { toInstant } from '../../domain/calendar/time'
import { decidePage } from '../../domain/afterHours/decidePage'
import type { PageFacts } from '../../domain/afterHours/pageFacts'
import { defaultPolicyValues } from '../../domain/policy/defaultPolicy'
import { pageDecisionShape } from './pageRows'

const id = '0b3f1c52-6a0f-4f7e-9f62-3f0f5d0a7a11'
const now = toInstant(Date.UTC(2026, 10, 25, 8, 10))

const facts: PageFacts = {
  occasion: 'receipt',
  now,
  channel: 'hotline',
  customerPriority: 'urgent',
  engineerPriority: null,
  environment: 'production',
  zone: defaultPolicyValues.officeZone,
  policy: { version: 3, values: defaultPolicyValues },
  customerId: id,
  contracts: [],
  standby: [{ id, rev: 1, customerId: id, engineerId: id, startsAt: now, endsAt: toInstant(now + 1), quote: 'Q-1044' }],
  shifts: [{ id, rev: 1, engineerId: id, rank: 'primary', startsAt: now, endsAt: toInstant(now + 1), kind: 'regular', coversShiftId: null, reason: '' }],
  engineers: [{ id, role: 'helpdesk', active: true }],
  byHand: null,
}

/** A record as it was kept before it knew its occasion, its first target and its facts. */
const early = { page: true, decidedAt: now, gates: [], sentence: 'The engineer on call is paged.', contractUnverified: false, engineerId: id, policyVersion: 1 }

describe('a page decision on the wire', () => {
  it('P28 arrives with its facts as it was sent', () => {
    const decision = decidePage(facts)
    expect(pageDecisionShape.parse(JSON.parse(JSON.stringify(decision)))).toEqual(decision)
  })

  it('P14 reads a record of an earlier version as one decided at receipt, for the engineer on call', () => {
    expect(pageDecisionShape.parse(early)).toEqual({ ...early, occasion: 'receipt', firstTo: 'onCall', rotaFrom: now, facts: null })
    expect(pageDecisionShape.parse({ ...early, page: false, engineerId: null })).toMatchObject({ firstTo: null, rotaFrom: null })
  })

  it('P14 P35 stays a page when its facts are of a version that cannot be read', () => {
    const decision = decidePage(facts)
    expect(pageDecisionShape.parse({ ...decision, facts: { later: true } })).toEqual({ ...decision, facts: null })
  })
})
