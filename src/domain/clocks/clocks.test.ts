import { describe, expect, it } from 'vitest'
import { chicago, examplePolicy, exampleTicket, wall } from '../fixtures/examples'
import type { TicketFact } from '../ticket/ticket'
import { answerClock } from './answerClock'
import { assignmentClock } from './assignmentClock'
import { callbackClock } from './callbackClock'
import { nextClock } from './nextClock'
import { sayClock } from './sayClock'

const policy = examplePolicy()
const at = (time: string): ReturnType<typeof wall> => wall(`2026-11-24T${time}`)
const withFacts = (facts: readonly TicketFact[], ...more: Parameters<typeof exampleTicket>): ReturnType<typeof exampleTicket> => {
  const ticket = exampleTicket(...more)
  return { ...ticket, facts: [...ticket.facts, ...facts] }
}

describe('R57 the assignment clock', () => {
  it('runs 30 business minutes from receipt and is missed only after the last of them', () => {
    const clock = assignmentClock(exampleTicket(), policy, at('10:12'))
    expect(clock).toMatchObject({ state: 'running', startedAt: at('10:00'), due: at('10:30'), remainingMinutes: 18, breached: false, rule: 'R57', houseTarget: false })
    expect(assignmentClock(exampleTicket(), policy, at('10:30')).breached).toBe(false)
    expect(assignmentClock(exampleTicket(), policy, at('10:31'))).toMatchObject({ breached: true, remainingMinutes: -1 })
  })

  it('starts at the next opening when received after hours', () => {
    const clock = assignmentClock(exampleTicket({ receivedAt: at('17:00') }), policy, at('18:00'))
    expect(clock).toMatchObject({ state: 'paused', startedAt: wall('2026-11-25T08:00'), due: wall('2026-11-25T08:30'), remainingMinutes: 30 })
  })

  it('stops at the claim, opens again when given back, and stops at the next claim, always from receipt', () => {
    const claimed = withFacts([{ kind: 'assigned', at: at('10:10'), engineerId: 'priya' }])
    expect(assignmentClock(claimed, policy, at('12:00'))).toMatchObject({ state: 'met', stoppedAt: at('10:10'), remainingMinutes: 20 })
    const back = withFacts([{ kind: 'assigned', at: at('10:10'), engineerId: 'priya' }, { kind: 'unassigned', at: at('10:20') }])
    expect(assignmentClock(back, policy, at('10:25'))).toMatchObject({ state: 'running', startedAt: at('10:00'), remainingMinutes: 5 })
    const again = { ...back, facts: [...back.facts, { kind: 'assigned' as const, at: at('10:40'), engineerId: 'miguel' }] }
    expect(assignmentClock(again, policy, at('12:00'))).toMatchObject({ state: 'missed', stoppedAt: at('10:40') })
  })

  it('R64 runs in real minutes from the page', () => {
    const paged = exampleTicket({ receivedAt: at('22:00'), customerPriority: 'urgent', paged: true })
    expect(assignmentClock(paged, policy, at('22:10'))).toMatchObject({ state: 'running', unit: 'real', due: at('22:30'), remainingMinutes: 20 })
  })
})

describe('the callback clock', () => {
  it.each([
    ['R58', 'urgent', true, '10:30', false],
    ['R63', 'urgent', false, '10:30', false],
    ['R61', 'high', false, '11:00', true],
    ['R59', 'medium', false, '12:00', false],
  ] as const)('%s gives %s its minutes', (rule, customerPriority, productionDown, due, houseTarget) => {
    expect(callbackClock(exampleTicket({ customerPriority }, { productionDown }), policy, at('10:05'))).toMatchObject({ rule, due: at(due), houseTarget, unit: 'business' })
  })

  it('R62 gives low nine business hours: the end of the same time next business day', () => {
    const clock = callbackClock(exampleTicket({ customerPriority: 'low' }), policy, at('10:05'))
    expect(clock).toMatchObject({ rule: 'R62', due: wall('2026-11-25T10:00'), houseTarget: true })
  })

  it('R49 R50 goes by the effective priority as it is now, from receipt and not from the change', () => {
    const raised = withFacts([{ kind: 'priority', at: at('11:00'), priority: 'urgent', productionDown: true, by: 'engineer' }], {}, { engineerPriority: 'urgent', productionDown: true, lastActivityAt: at('11:00') })
    expect(callbackClock(raised, policy, at('11:01'))).toMatchObject({ due: at('10:30'), breached: true, rule: 'R58' })
  })

  it('R60 stops for a person reached and for a voicemail left, at the first of them', () => {
    for (const outcome of ['reached', 'voicemail'] as const) {
      const called = withFacts([{ kind: 'call', at: at('10:40'), outcome }, { kind: 'call', at: at('13:00'), outcome: 'reached' }])
      expect(callbackClock(called, policy, at('15:00'))).toMatchObject({ state: 'met', stoppedAt: at('10:40'), remainingMinutes: 80 })
    }
  })

  it('R60 does not stop for no answer, a busy line, a wrong number or an e-mail', () => {
    for (const outcome of ['noAnswer', 'busy', 'wrongNumber'] as const) {
      expect(callbackClock(withFacts([{ kind: 'call', at: at('10:40'), outcome }]), policy, at('11:00')).state).toBe('running')
    }
    expect(callbackClock(withFacts([{ kind: 'emailReply', at: at('10:40') }]), policy, at('11:00')).state).toBe('running')
  })

  it('R60 stops for an e-mail when the customer asked for e-mail', () => {
    expect(callbackClock(withFacts([{ kind: 'emailReply', at: at('10:40') }], { answerBy: 'email' }), policy, at('11:00')).state).toBe('met')
  })

  it('R64 runs 30 real minutes from the page, around the clock', () => {
    const paged = exampleTicket({ receivedAt: wall('2026-11-25T02:10'), customerPriority: 'urgent', paged: true })
    expect(callbackClock(paged, policy, wall('2026-11-25T02:20'))).toMatchObject({
      state: 'running', unit: 'real', due: wall('2026-11-25T02:40'), remainingMinutes: 20, rule: 'R64', houseTarget: true,
    })
  })

  it('R64 a page after a callback asks for a new one, and a second page does not move an open one', () => {
    const called = { kind: 'call', at: at('10:40'), outcome: 'reached' } as const
    const again = withFacts([called, { kind: 'paged', at: at('22:00') }])
    expect(callbackClock(again, policy, at('22:10'))).toMatchObject({ state: 'running', due: at('22:30') })
    const twice = withFacts([{ kind: 'paged', at: at('22:00') }, { kind: 'paged', at: at('22:20') }])
    expect(callbackClock(twice, policy, at('22:25'))).toMatchObject({ due: at('22:30') })
  })

  it('R65 pauses outside service hours and goes on at the opening', () => {
    const late = exampleTicket({ receivedAt: at('16:30') })
    expect(callbackClock(late, policy, at('20:00'))).toMatchObject({ state: 'paused', remainingMinutes: 90, due: wall('2026-11-25T09:30') })
    expect(callbackClock(late, policy, wall('2026-11-25T08:10'))).toMatchObject({ state: 'running', remainingMinutes: 80 })
  })

  it('R66 does not pause while waiting for the customer', () => {
    const waiting = withFacts([{ kind: 'state', at: at('10:10'), state: 'waiting' }], {}, { state: 'waiting' })
    expect(callbackClock(waiting, policy, at('11:00'))).toMatchObject({ state: 'running', due: at('12:00') })
  })

  it('stops when the ticket is resolved without a call, and runs on when that is undone', () => {
    const resolved = { kind: 'state', at: at('10:50'), state: 'resolved' } as const
    expect(callbackClock(withFacts([resolved]), policy, at('15:00'))).toMatchObject({ state: 'met', stoppedAt: at('10:50') })
    const reopened = [resolved, { kind: 'state', at: at('11:00'), state: 'open' }] as const
    expect(callbackClock(withFacts(reopened), policy, at('11:30'))).toMatchObject({ state: 'running', due: at('12:00') })
    const calledFirst = [{ kind: 'call', at: at('10:20'), outcome: 'reached' }, ...reopened] as const
    expect(callbackClock(withFacts(calledFirst), policy, at('15:00'))).toMatchObject({ state: 'met', stoppedAt: at('10:20') })
  })

  it('R46 R61 gives an Urgent on a test server the time of High', () => {
    expect(callbackClock(exampleTicket({ customerPriority: 'urgent', environment: 'test' }), policy, at('10:05'))).toMatchObject({ rule: 'R61' })
  })

  it('carries the policy’s version and follows its numbers', () => {
    const own = { ...examplePolicy({ mediumCallbackMinutes: 45 }), version: 7 }
    expect(callbackClock(exampleTicket(), own, at('10:05'))).toMatchObject({ due: at('10:45'), policyVersion: 7 })
  })
})

describe('R67 the answer clock', () => {
  it('runs four business hours from the oldest unanswered message, and is not there without one', () => {
    expect(answerClock(exampleTicket(), policy, at('11:00'))).toBeNull()
    const asked = exampleTicket({}, { unansweredSince: at('15:00') })
    expect(answerClock(asked, policy, at('16:00'))).toMatchObject({ due: wall('2026-11-25T10:00'), remainingMinutes: 180, houseTarget: true, rule: 'R67' })
  })
})

describe('the next clock', () => {
  it('is the open promise that is due first, and none when all are kept', () => {
    expect(nextClock(exampleTicket(), policy, at('10:05'))?.kind).toBe('assignment')
    const claimed = withFacts([{ kind: 'assigned', at: at('10:06'), engineerId: 'priya' }])
    expect(nextClock(claimed, policy, at('10:10'))?.kind).toBe('callback')
    const called = { ...claimed, facts: [...claimed.facts, { kind: 'call' as const, at: at('10:20'), outcome: 'reached' as const }] }
    expect(nextClock(called, policy, at('10:30'))).toBeNull()
    expect(nextClock({ ...called, unansweredSince: at('10:40') }, policy, at('10:50'))?.kind).toBe('answer')
  })
})

describe('clocks in words', () => {
  const say = (time: ReturnType<typeof wall>, ...more: Parameters<typeof exampleTicket>): ReturnType<typeof sayClock> =>
    sayClock(callbackClock(exampleTicket(...more), policy, time), chicago, time)

  it('R58 says due and left, calm, then soon, then overdue', () => {
    expect(say(at('10:30'))).toEqual({ label: 'callback', text: 'callback due 12:00 CT, 1 h 30 min left', tone: 'calm', fraction: 0.25 })
    expect(say(at('11:48'))).toMatchObject({ text: 'callback due 12:00 CT, 12 min left', tone: 'soon', fraction: 0.9 })
    expect(say(at('12:05'))).toEqual({ label: 'callback', text: 'callback overdue by 5 min', tone: 'late', fraction: 1 })
    expect(say(wall('2026-11-24T12:00:20'))).toMatchObject({ text: 'callback overdue by less than 1 min' })
  })

  it('R65 says until when it pauses', () => {
    const night = { receivedAt: at('16:30') }
    expect(say(at('20:00'), night)).toMatchObject({ text: 'callback due tomorrow 9:30 CT, paused until tomorrow 8:00 CT', tone: 'paused', fraction: 0.25 })
    expect(say(at('20:00'), { receivedAt: at('15:00') })).toMatchObject({ text: 'callback overdue since 17:00 CT', tone: 'late' })
  })

  it('R60 says how a kept and a missed one went', () => {
    const called = (time: string): ReturnType<typeof sayClock> =>
      sayClock(callbackClock(withFacts([{ kind: 'call', at: at(time), outcome: 'reached' }]), policy, at('15:00')), chicago, at('15:00'))
    expect(called('10:12')).toMatchObject({ text: 'callback met in 12 min', tone: 'done', fraction: 0.1 })
    expect(called('12:30')).toMatchObject({ text: 'callback missed by 30 min', tone: 'late', fraction: 1 })
  })
})
