import { describe, expect, it } from 'vitest'
import { exampleContract, exampleShift, wall } from '../fixtures/examples'
import { examplePageFacts, exampleStandbyWindow } from '../fixtures/examplePageFacts'
import { decidePage } from './decidePage'
import type { PageGate } from './page'
import type { PageFacts } from './pageFacts'

const rota = (changes: Partial<PageFacts>): PageGate | undefined => decidePage(examplePageFacts(changes)).gates.find(({ gate }) => gate === 'rota')

const primary = exampleShift({ id: 'primary', engineerId: 'priya' })
const second = exampleShift({ id: 'second', rank: 'second', engineerId: 'miguel' })
const nobodyActive: PageFacts['engineers'] = [{ id: 'priya', role: 'helpdesk', active: false }, { id: 'miguel', role: 'helpdesk', active: false }]

describe('R79 what the rota gate says', () => {
  it.each([
    ['a primary', { shifts: [primary, second] }, true, 'The rota names a primary engineer on call.'],
    ['a second alone', { shifts: [second] }, true, 'The rota names no primary engineer, so the second on call is taken.'],
    ['nobody', { shifts: [] }, false, 'The rota names nobody on call at this moment.'],
    ['a primary alone who cannot', { shifts: [primary], engineers: nobodyActive }, false, 'The rota names as primary somebody who is not active or takes no pages, and no second who could take it.'],
    ['a second alone who cannot', { shifts: [second], engineers: nobodyActive }, false, 'The rota names no primary engineer, and no second who could take it.'],
  ] as const)('R79 with %s', (_whom, changes, pass, sentence) => {
    expect(rota(changes)).toEqual({ gate: 'rota', pass, rule: 'R79', sentence })
  })

  it('R81 passes for a booked engineer, whether or not the rota follows', () => {
    expect(rota({ standby: [exampleStandbyWindow()] })).toMatchObject({ pass: true, rule: 'R81' })
    expect(rota({ standby: [exampleStandbyWindow()], contracts: [exampleContract({ kind: 'standard' })] })).toMatchObject({ pass: true, rule: 'R81' })
  })

  it('R80 looks at the moment itself when nobody is paged, and not at the end of a wait that never begins', () => {
    const leaving = exampleShift({ endsAt: wall('2026-11-24T17:32', 'America/New_York') })
    const changes = { now: wall('2026-11-24T17:30', 'America/New_York'), zone: 'America/New_York' as PageFacts['zone'], shifts: [leaving] }
    expect(rota({ ...changes, customerPriority: 'low' })).toMatchObject({ pass: true })
    expect(rota(changes)).toMatchObject({ pass: false })
  })
})
