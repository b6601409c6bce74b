import { describe, expect, it } from 'vitest'
import { wall } from '../fixtures/examples'
import { exampleStandbyWindow } from '../fixtures/examplePageFacts'
import { bookedStandbyWindow } from './standbyWindow'

const night = wall('2026-11-25T02:10')

describe('R81 which booking holds', () => {
  it('R81 is the customer’s own, at its time, by an accepted quote', () => {
    const booking = exampleStandbyWindow()
    expect(bookedStandbyWindow([booking], 'customer-1', night)).toBe(booking)
    expect(bookedStandbyWindow([booking], 'customer-2', night)).toBeNull()
    expect(bookedStandbyWindow([booking], null, night)).toBeNull()
    expect(bookedStandbyWindow([booking], 'customer-1', wall('2026-11-25T08:00'))).toBeNull()
    expect(bookedStandbyWindow([{ ...booking, quote: '' }], 'customer-1', night)).toBeNull()
  })
})
