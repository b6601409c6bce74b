import { describe, expect, it } from 'vitest'
import { toZone } from '../calendar/time'
import { exampleDutyEngineer, exampleDutyEngineers } from '../fixtures/exampleDutyEngineer'
import { chicago, exampleShift, wall } from '../fixtures/examples'
import type { RotaFacts } from './rotaFacts'
import { rotaWarnings } from './rotaWarnings'
import type { Shift } from './shift'

const now = wall('2026-11-24T10:00')
const shift = (id: string, from: string, to: string, changes: Partial<Shift> = {}): Shift =>
  exampleShift({ id, startsAt: wall(from), endsAt: wall(to), ...changes })
/** A second who is there all along. */
const second = shift('second', '2026-11-01T08:00', '2027-02-01T08:00', { rank: 'second', engineerId: 'miguel' })
const rota = (shifts: readonly Shift[], changes: Partial<RotaFacts> = {}): RotaFacts => ({ shifts: [second, ...shifts], engineers: exampleDutyEngineers, now, zone: chicago, ...changes })
const sentences = (shifts: readonly Shift[], changes: Partial<RotaFacts> = {}): readonly string[] => rotaWarnings(rota(shifts, changes)).map(({ sentence }) => sentence)

describe('P35 the rota is looked over seven days ahead', () => {
  it('says when nobody is on call, by the office’s wall clock', () => {
    const shifts = [shift('1', '2026-11-23T08:00', '2026-11-28T08:00'), shift('2', '2026-11-29T20:00', '2026-12-14T08:00')]
    expect(sentences(shifts)).toEqual(['Nobody is on call Sat 28 Nov 8:00 CT – Sun 29 Nov 20:00 CT: no shift is planned.'])
    expect(sentences(shifts, { zone: toZone('America/New_York') })).toEqual(['Nobody is on call Sat 28 Nov 9:00 ET – Sun 29 Nov 21:00 ET: no shift is planned.'])
  })

  it('is silent when all is well, and about gaps that begin later', () => {
    expect(sentences([shift('1', '2026-11-23T08:00', '2026-12-14T08:00')])).toEqual([])
    expect(sentences([shift('1', '2026-11-23T08:00', '2026-12-01T10:00')])).toEqual([])
  })

  it('warns from exactly seven days before, however the clocks change', () => {
    const until = [shift('1', '2026-10-01T08:00', '2026-11-02T08:00'), shift('second', '2026-10-01T08:00', '2026-12-02T08:00', { rank: 'second' })]
    const asked = (at: string): number => rotaWarnings({ shifts: until, engineers: exampleDutyEngineers, now: wall(at), zone: chicago }).length
    expect([asked('2026-10-26T08:00'), asked('2026-10-26T08:00:00.001')]).toEqual([0, 1])
  })

  it('says a gap to its very end, one that has begun, and one that nothing ends', () => {
    expect(sentences([shift('1', '2026-11-23T08:00', '2026-11-30T08:00'), shift('2', '2027-01-04T08:00', '2027-02-01T08:00')])).toEqual([
      'Nobody is on call Mon 30 Nov 8:00 CT – Mon 4 Jan 2027 8:00 CT: no shift is planned.',
    ])
    expect(sentences([shift('1', '2026-11-24T20:00', '2027-02-01T08:00')])).toEqual(['Nobody is on call now, until Tue 24 Nov 20:00 CT: no shift is planned.'])
    expect(sentences([shift('1', '2026-11-23T08:00', '2026-11-30T08:00')])).toEqual(['Nobody is on call from Mon 30 Nov 8:00 CT on: no shift is planned.'])
    expect(sentences([])).toEqual(['Nobody is on call from now on: no shift is planned.'])
  })

  it('R5 R82 says why the engineer of a shift does not count', () => {
    const engineers = [...exampleDutyEngineers, exampleDutyEngineer('lee', { active: false })]
    const shifts = [shift('1', '2026-11-23T08:00', '2026-11-28T08:00'), shift('2', '2026-11-28T08:00', '2026-11-29T08:00', { engineerId: 'lee' }), shift('3', '2026-11-29T08:00', '2026-11-30T08:00', { engineerId: 'grace' }), shift('4', '2026-11-30T08:00', '2027-02-01T08:00')]
    expect(sentences(shifts, { engineers })).toEqual([
      'Nobody is on call Sat 28 Nov 8:00 CT – Mon 30 Nov 8:00 CT: Lee is no longer active; Grace is an installation engineer, and those are never on call by rota (R5).',
    ])
  })

  it('R64 warns of a missing second as such', () => {
    const warnings = rotaWarnings({ shifts: [shift('1', '2026-11-23T08:00', '2027-02-01T08:00')], engineers: exampleDutyEngineers, now, zone: chicago })
    expect(warnings).toMatchObject([{ kind: 'gap', rank: 'second', to: null, sentence: 'Nobody is second on call from now on: no shift is planned.' }])
  })

  it('R79 says that a swap or an override no longer fits the shift it covers, while that matters', () => {
    const week = shift('1', '2026-11-23T08:00', '2027-02-01T08:00')
    const override = shift('2', '2026-11-25T17:00', '2026-11-26T08:00', { engineerId: 'dana', kind: 'override', coversShiftId: '1' })
    expect(sentences([week, override])).toEqual([])
    expect(sentences([{ ...week, endsAt: wall('2026-11-26T00:00') }, shift('3', '2026-11-26T00:00', '2027-02-01T08:00'), override])).toEqual([
      'The override that gives Dana duty Wed 25 Nov 17:00 CT – Thu 26 Nov 8:00 CT no longer fits, because the shift it covers was moved: arrange it again or remove it.',
    ])
    expect(sentences([week, { ...override, kind: 'swap', coversShiftId: 'gone' }])).toEqual([
      'The swap that gives Dana duty Wed 25 Nov 17:00 CT – Thu 26 Nov 8:00 CT does not count, because the shift it covers is no longer there: arrange it again or remove it.',
    ])
    expect(sentences([week, { ...override, coversShiftId: 'gone', startsAt: wall('2026-11-20T08:00'), endsAt: now }])).toEqual([])
  })
})
