import { describe, expect, it } from 'vitest'
import { exampleTicket, wall } from '../fixtures/examples'
import { followUpsOf } from './followUpsOf'
import type { TicketFact } from './ticket'

const at = (time: string): ReturnType<typeof wall> => wall(`2026-11-24T${time}`)
const promised = (id: string, due: string): TicketFact => ({ kind: 'followUp', at: at('11:00'), id, due: at(due), promisedBy: 'priya' })
const openOf = (...facts: readonly TicketFact[]): string => followUpsOf(exampleTicket({}, { facts })).map((each) => each.id).join(' ')

describe('R66 the promises to come back', () => {
  it('R66 each has its own due time, the next one first', () => {
    expect(openOf(promised('late', '16:00'), promised('soon', '13:00'), promised('also-soon', '13:00'))).toBe('also-soon soon late')
    expect(followUpsOf(exampleTicket({}, { facts: [promised('a', '16:00')] }))).toEqual([{ id: 'a', promisedAt: at('11:00'), due: at('16:00'), promisedBy: 'priya' }])
  })

  it('R66 a kept or a dropped one is over, the others stay, also on a finished ticket', () => {
    const facts: readonly TicketFact[] = [
      promised('kept', '12:00'), promised('dropped', '13:00'), promised('open', '14:00'),
      { kind: 'followUpKept', at: at('11:50'), id: 'kept' }, { kind: 'followUpDropped', at: at('12:10'), id: 'dropped' }, { kind: 'state', at: at('12:20'), state: 'resolved' },
    ]
    expect(openOf(...facts)).toBe('open')
  })
})
