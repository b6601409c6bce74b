import { describe, expect, it } from 'vitest'
import { chicago, examplePolicy, exampleTicket, wall } from '../fixtures/examples'
import type { CalendarDate } from '../calendar/time'
import type { Ticket, TicketFact } from '../ticket/ticket'
import { assignmentClock } from './assignmentClock'
import { callbackClock } from './callbackClock'
import { followUpClocks } from './followUpClocks'
import { sayClock } from './sayClock'

const at = (time: string): ReturnType<typeof wall> => wall(`2026-11-24T${time}`)
const withFacts = (...facts: readonly TicketFact[]): Ticket => {
  const ticket = exampleTicket({ customerPriority: 'urgent', brief: 'RightFax is down' })
  return { ...ticket, facts: [...ticket.facts, ...facts] }
}
const page = (time: string): TicketFact => ({ kind: 'paged', at: at(time) })
const call = (time: string): TicketFact => ({ kind: 'call', at: at(time), outcome: 'reached' })

describe('promises at their edges', () => {
  it('R57 counts from the page and not from receipt when somebody was paged later', () => {
    expect(assignmentClock(withFacts(page('22:00')), examplePolicy(), at('22:10'))).toMatchObject({ unit: 'real', due: at('22:30'), remainingMinutes: 20 })
  })

  it('R57 R58 a claim and a call at the very due moment are in time', () => {
    const claimed = withFacts({ kind: 'assigned', at: at('10:30'), engineerId: 'priya' })
    expect(assignmentClock(claimed, examplePolicy(), at('12:00')).state).toBe('met')
    expect(callbackClock(withFacts(call('10:30')), examplePolicy(), at('12:00')).state).toBe('met')
  })

  it('R58 counts the callback from receipt and not from the assignment', () => {
    const claimed = withFacts({ kind: 'assigned', at: at('10:20'), engineerId: 'priya' })
    expect(callbackClock(claimed, examplePolicy(), at('10:25'))).toMatchObject({ due: at('10:30'), rule: 'R58' })
  })

  it('R64 has a number of its own, whatever Urgent has in service hours', () => {
    const policy = examplePolicy({ urgentCallbackMinutes: 45, pageCallbackMinutes: 15 })
    expect(callbackClock(withFacts(page('22:00')), policy, at('22:05')).due).toBe(at('22:15'))
  })

  it('R64 a call before the page does not keep its promise, also when the ticket was reopened since', () => {
    const reopened: readonly TicketFact[] = [{ kind: 'state', at: at('22:05'), state: 'resolved' }, { kind: 'state', at: at('22:06'), state: 'open' }]
    expect(callbackClock(withFacts(call('10:10'), page('22:00'), ...reopened), examplePolicy(), at('22:10'))).toMatchObject({ state: 'running', due: at('22:30') })
  })

  it('R57 asks for attention from two thirds of its time on, and not before', () => {
    const toneAt = (time: string): string => sayClock(assignmentClock(exampleTicket(), examplePolicy(), at(time)), chicago, at(time)).tone
    expect([toneAt('10:19'), toneAt('10:20')]).toEqual(['calm', 'soon'])
  })

  it('R60 with e-mail asked for, the reply stops it and nothing before does', () => {
    const asked = exampleTicket({ answerBy: 'email' })
    expect(callbackClock(asked, examplePolicy(), at('10:15')).state).toBe('running')
    const answered = { ...asked, facts: [...asked.facts, { kind: 'emailReply' as const, at: at('10:20') }] }
    expect(callbackClock(answered, examplePolicy(), at('11:00'))).toMatchObject({ state: 'met', stoppedAt: at('10:20') })
  })

  it('R64 a page after the call begins a promise of its own, by phone or by e-mail', () => {
    for (const answerBy of ['phone', 'email'] as const) {
      const ticket = { ...withFacts(page('20:00'), call('20:10'), page('22:00')), answerBy }
      expect(callbackClock(ticket, examplePolicy(), at('22:10'))).toMatchObject({ state: 'running', due: at('22:30') })
      const reopened = { ...withFacts(call('10:10'), page('22:00'), { kind: 'state', at: at('22:05'), state: 'resolved' }, { kind: 'state', at: at('22:06'), state: 'open' }), answerBy }
      expect(callbackClock(reopened, examplePolicy(), at('22:10')).state).toBe('running')
    }
  })

  it('R57 a ticket that was given back, finished and reopened waits for an engineer again', () => {
    const ticket = withFacts(
      { kind: 'assigned', at: at('10:05'), engineerId: 'priya' }, { kind: 'unassigned', at: at('10:06') },
      { kind: 'state', at: at('10:07'), state: 'resolved' }, { kind: 'state', at: at('10:08'), state: 'open' },
    )
    expect(assignmentClock(ticket, examplePolicy(), at('10:10')).state).toBe('running')
  })

  it('R66 a promised moment is no house target', () => {
    const ticket = withFacts({ kind: 'followUp', at: at('10:10'), id: 'f', due: at('15:00'), promisedBy: 'priya' })
    expect(followUpClocks(ticket, examplePolicy(), at('10:11')).map(({ houseTarget }) => houseTarget)).toEqual([false])
  })

  it('R57 says the last minute as one, and less than one only within it', () => {
    const textAt = (time: string): string => sayClock(assignmentClock(exampleTicket(), examplePolicy(), at(time)), chicago, at(time)).text
    expect([textAt('10:29'), textAt('10:29:30')]).toEqual(['assign due 10:30 CT, 1 min left', 'assign due 10:30 CT, less than 1 min left'])
  })

  it('R27 R65 pauses until the desk opens, and not until the holiday on the way', () => {
    const policy = examplePolicy({ holidays: [{ date: '2026-11-26' as CalendarDate, name: 'Thanksgiving Day' }] })
    const ticket = exampleTicket({ receivedAt: wall('2026-11-25T16:50') })
    const now = wall('2026-11-25T18:00')
    expect(sayClock(assignmentClock(ticket, policy, now), chicago, now).text).toContain('paused until Fri 27 Nov 8:00 CT')
  })
})
