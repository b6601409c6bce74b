import { describe, expect, it } from 'vitest'
import { by, exampleTicket, wall } from '../fixtures/examples'
import { dropFollowUp } from './dropFollowUp'
import { followUpsOf } from './followUpsOf'
import { keepFollowUp } from './keepFollowUp'
import { promiseFollowUp } from './promiseFollowUp'
import type { PromiseFollowUpArgs } from './promiseFollowUp'
import { ticketStates } from './ticket'
import type { Ticket, TicketFact } from './ticket'
import type { CommandOutcome } from './ticketCommand'

const at = (time: string): ReturnType<typeof wall> => wall(`2026-11-24T${time}`)
const promised = (id: string, due: string): TicketFact => ({ kind: 'followUp', at: at('11:00'), id, due: at(due), promisedBy: 'priya' })
const openOf = (ticket: Pick<Ticket, 'facts'>): string => followUpsOf(ticket).map((each) => each.id).join(' ')
const ids = { ticketId: 'ticket-1', eventId: 'event-1', followUpId: 'f1' }
const promise = (ticket: Ticket, changes: Partial<PromiseFollowUpArgs> = {}): CommandOutcome =>
  promiseFollowUp(ticket, { ...ids, due: at('16:00'), text: 'What the vendor says', ...changes }, by('priya', at('14:02')))
const after = (outcome: CommandOutcome): Ticket => {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.sentence}`)
  return outcome.ticket
}
const sentence = (outcome: CommandOutcome): string => (outcome.ok ? 'done' : outcome.refusal.sentence)

describe('R66 the promises to come back', () => {
  it('R66 each has its own due time, the next one first', () => {
    expect(openOf({ facts: [promised('late', '16:00'), promised('soon', '13:00'), promised('also-soon', '13:00')] })).toBe('also-soon soon late')
    expect(followUpsOf({ facts: [promised('a', '16:00')] })).toEqual([{ id: 'a', promisedAt: at('11:00'), due: at('16:00'), promisedBy: 'priya' }])
  })

  it('R66 a kept or a withdrawn one is over, the others stay, also on a finished ticket', () => {
    const facts: readonly TicketFact[] = [
      promised('kept', '12:00'), promised('dropped', '13:00'), promised('open', '14:00'),
      { kind: 'followUpKept', at: at('11:50'), id: 'kept' }, { kind: 'followUpDropped', at: at('12:10'), id: 'dropped' }, { kind: 'state', at: at('12:20'), state: 'resolved' },
    ]
    expect(openOf({ facts })).toBe('open')
  })
})

describe('promising to come back', () => {
  it('R66 is possible in every state, moves no state and answers no message', () => {
    for (const state of ticketStates) {
      const ticket = after(promise(exampleTicket({}, { state, unansweredSince: at('12:00') })))
      expect(ticket).toMatchObject({ state, unansweredSince: at('12:00'), lastActivityAt: at('14:02') })
      expect(followUpsOf(ticket)).toEqual([{ id: 'f1', promisedAt: at('14:02'), due: at('16:00'), promisedBy: 'priya' }])
    }
  })

  it('R66 leaves what was promised on the timeline', () => {
    expect(promise(exampleTicket())).toMatchObject({ event: { id: 'event-1', at: at('14:02'), body: { kind: 'followUp', followUpId: 'f1', due: at('16:00'), text: 'What the vendor says' } } })
  })

  it('R66 refuses a time that is past or now, nothing promised, and the same promise twice', () => {
    expect(sentence(promise(exampleTicket(), { due: at('14:02') }))).toBe('The time you promised has passed already. Choose one that lies ahead.')
    expect(sentence(promise(exampleTicket(), { text: ' ' }))).toBe('Please say what you promised, so that a colleague could keep it.')
    expect(sentence(promise(after(promise(exampleTicket()))))).toBe('This promise is on the ticket already.')
  })
})

describe('keeping and withdrawing a promise', () => {
  const open = after(promise(exampleTicket()))
  const keep = (ticket: Ticket, followUpId = 'f1'): CommandOutcome => keepFollowUp(ticket, { ...ids, followUpId, text: ' Called ' }, by('miguel', at('15:30')))
  const drop = (ticket: Ticket, reason = 'Solved itself'): CommandOutcome => dropFollowUp(ticket, { ...ids, reason }, by('miguel', at('15:30')))

  it('R66 anybody may keep it, which ends it and says so', () => {
    expect(keep(open)).toMatchObject({ event: { at: at('15:30'), body: { kind: 'followUpKept', followUpId: 'f1', due: at('16:00'), text: 'Called' } } })
    expect(openOf(after(keep(open)))).toBe('')
  })

  it('R66 withdrawing it wants a reason', () => {
    expect(drop(open)).toMatchObject({ event: { body: { kind: 'followUpDropped', due: at('16:00'), reason: 'Solved itself' } } })
    expect(openOf(after(drop(open)))).toBe('')
    expect(sentence(drop(open, ' '))).toBe('Please say why nobody comes back to the customer, who was promised it.')
  })

  it('R66 says what became of a promise that is over or was never made', () => {
    expect(sentence(keep(after(keep(open))))).toBe('This promise to come back was kept at 15:30 CT already.')
    expect(sentence(keep(after(drop(open))))).toBe('This promise to come back was withdrawn at 15:30 CT already.')
    expect(sentence(drop(after(keep(open))))).toBe('This promise to come back was kept at 15:30 CT already.')
    expect(sentence(keep(open, 'f2'))).toBe('This promise to come back is not on this ticket.')
  })
})
