import { describe, expect, it } from 'vitest'
import { exampleShift, wall } from '../fixtures/examples'
import { examplePageFacts, exampleStandbyWindow } from '../fixtures/examplePageFacts'
import { decidePage } from './decidePage'
import { isWorthTelling } from './isWorthTelling'
import { keptFacts } from './keptFacts'
import type { PageDecision, PageGate } from './page'
import { pageByHand } from './pageByHand'
import { replayPage } from './replayPage'
import { bookedStandbyWindow } from './standbyWindow'
import { whatIf } from './whatIf'

describe('the record at its edges', () => {
  it('R68 R71 a page by hand is told, also while the desk is open and below Urgent', () => {
    const handed = pageByHand(examplePageFacts({ now: wall('2026-11-24T10:00'), customerPriority: 'medium' }), { by: 'Priya Raman', reason: 'It is worse than it reads' })
    expect(handed.ok && isWorthTelling('medium', handed.decision)).toBe(true)
  })

  it('R68 R81 keeps the customer’s bookings around its moment and no others', () => {
    const lastYear = exampleStandbyWindow({ id: 'last-year', startsAt: wall('2025-11-24T17:00'), endsAt: wall('2025-11-25T08:00') })
    const kept = keptFacts(examplePageFacts({ standby: [exampleStandbyWindow(), exampleStandbyWindow({ id: 'other', customerId: 'customer-2' }), lastYear] }))
    expect(kept.standby.map(({ id }) => id)).toEqual(['standby-1'])
  })

  it.each([
    ['whether it passed', { pass: false }],
    ['its rule', { rule: 'R1' }],
    ['its sentence', { sentence: 'Something else.' }],
  ] as const)('P28 R68 names a gate of which %s was altered, and only that', (_what, altered) => {
    const decision = decidePage(examplePageFacts())
    const alter = (gate: PageGate): PageGate => (gate.gate === 'contract' ? { ...gate, ...altered } : gate)
    const record: PageDecision = { ...decision, gates: decision.gates.map(alter) }
    expect(replayPage(record)).toMatchObject({ same: false, differences: [{ gate: 'contract' }], outcomes: [] })
  })

  it('R68 "what if" names a gate that passes by another rule, and one that passes no more by the same', () => {
    const decision = decidePage(examplePageFacts())
    expect(whatIf(decision, { occasion: 'raised' })?.differences.map(({ gate }) => gate)).toEqual(['priority'])
    expect(whatIf(decision, { shifts: [] })?.differences.map(({ gate }) => gate)).toEqual(['rota'])
  })

  it('R68 "what if" says so when the same page would go to another engineer', () => {
    const imagined = whatIf(decidePage(examplePageFacts({ policy: { ...examplePageFacts().policy } })), { shifts: [exampleShift({ engineerId: 'miguel' })] })
    expect(imagined?.sentence).toContain('It would have paged all the same, but otherwise:')
  })

  it('R65 does not say that a clock pauses while the desk is open', () => {
    expect(decidePage(examplePageFacts({ occasion: 'closing', now: wall('2026-11-24T12:00') })).sentence).not.toContain('pauses')
  })

  it('R81 of bookings that overlap the one that began last counts, then the higher id, in whatever order they come', () => {
    const early = exampleStandbyWindow({ id: 'z', startsAt: wall('2026-11-24T17:00') })
    const late = exampleStandbyWindow({ id: 'a', startsAt: wall('2026-11-24T18:00') })
    const twin = exampleStandbyWindow({ id: 'b', startsAt: wall('2026-11-24T18:00') })
    for (const windows of [[early, late, twin], [twin, late, early], [late, twin, early]]) {
      expect(bookedStandbyWindow(windows, 'customer-1', wall('2026-11-25T02:00'))?.id).toBe('b')
    }
  })
})
