import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StandbyWindow } from '../afterHours/standbyWindow'
import { addRealMinutes } from '../calendar/time'
import type { Instant } from '../calendar/time'
import { exampleTicket, wall } from '../fixtures/examples'
import { afterTheRoad, everybody, exampleAppointment, exampleProject, stepBy, taken } from '../fixtures/projectExamples'
import type { Person } from '../fixtures/projectExamples'
import { advanceProject } from './advanceProject'
import { busyTimes } from './busyTimes'
import type { BusyTime } from './busyTimes'
import type { Appointment, Project } from './project'
import { projectStates } from './projectState'
import type { ProjectState } from './projectState'
import type { ProjectOutcome, ProjectRefusal, ProjectStep } from './projectStep'
import { quoteFromTicket } from './quoteFromTicket'
import { requestQuote } from './requestQuote'

const quote = (number = 'Q-1002'): ProjectStep => ({ name: 'sendQuote', args: { eventId: 'e', number, amountCents: 100_050, currency: 'USD' } })
const signed = (receivedAt: Instant, quoteNumber = 'Q-1001'): ProjectStep => ({ name: 'recordSignedQuote', args: { eventId: 'e', quoteNumber, receivedAt } })
const order = (receivedAt: Instant, number = 'PO-77'): ProjectStep => ({ name: 'recordPurchaseOrder', args: { eventId: 'e', number, receivedAt } })
const meet = (meetingAt: Instant): ProjectStep => ({ name: 'arrangeMeeting', args: { eventId: 'e', meetingAt } })
const held = (statementOfWork = 'Move it'): ProjectStep => ({ name: 'holdMeeting', args: { eventId: 'e', statementOfWork } })
const schedule = (engineerId = 'ines', ...appointments: readonly Appointment[]): ProjectStep => ({
  name: 'scheduleWork', args: { eventId: 'e', engineerId, appointments: appointments.length === 0 ? [exampleAppointment()] : appointments },
})
const start: ProjectStep = { name: 'startWork', args: { eventId: 'e' } }
const finish: ProjectStep = { name: 'finishWork', args: { eventId: 'e', note: 'all faxes pass' } }
const decline: ProjectStep = { name: 'declineQuote', args: { eventId: 'e', reason: 'too dear' } }
const cancel: ProjectStep = { name: 'cancelProject', args: { eventId: 'e', reason: 'postponed for a year' } }

const refusal = (project: Project, step: ProjectStep, by: Person, at?: Instant): ProjectRefusal | null => {
  const outcome = advanceProject(project, step, stepBy(by, at))
  return outcome.ok ? null : outcome.refusal
}
const sentence = (...given: Parameters<typeof refusal>): string => refusal(...given)?.sentence ?? 'taken'
const noon = wall('2026-11-25T12:00')

describe('R90 R91 the quote and what comes back', () => {
  it('R90 begins with a request that says what, linked to its ticket (R88)', () => {
    const project = exampleProject('quoteRequested')
    expect(project).toMatchObject({ state: 'quoteRequested', ticketId: 'ticket-1', quote: null, rev: 0 })
    expect(project.history).toMatchObject([{ step: 'requestQuote', from: null, to: 'quoteRequested', actor: { name: 'Priya Raman' }, detail: 'Quote requested: Migration of RightFax to a new server' }])
  })

  it('R4 R88 begins from a ticket in one action, linked to it, and leaves the ticket with HelpDesk', () => {
    const ticket = exampleTicket({ brief: 'Please take over the upgrade' }, { assigneeId: 'priya' })
    const before = structuredClone(ticket)
    const ids = { id: 'project-1', eventId: 'e0' }
    const project = taken(quoteFromTicket(ticket, [{ item: 'upgrade', variant: null }], ids, stepBy('priya')))
    expect(project).toMatchObject({ id: 'project-1', customerId: 'customer-1', ticketId: 'ticket-1', state: 'quoteRequested', engineerId: null })
    expect(project.history[0]?.detail).toBe('Quote requested: Upgrade to a newer version of RightFax. From ticket #10042: Please take over the upgrade')
    expect(ticket).toEqual(before)
    expect(quoteFromTicket({ ...ticket, customerId: null }, [{ item: 'upgrade', variant: null }], ids, stepBy('priya'))).toMatchObject({ ok: false, refusal: { code: 'notYet', rule: 'R88' } })
  })

  it('R84 R90 refuses a request for nothing, and for a place that is not offered', () => {
    const request = { id: 'p', eventId: 'e', customerId: 'c', ticketId: null, note: '' }
    expect(requestQuote({ ...request, items: [] }, stepBy('priya'))).toMatchObject({ ok: false, refusal: { rule: 'R84' } })
    expect(requestQuote({ ...request, items: [{ item: 'training', variant: 'remote' }] }, stepBy('priya'))).toMatchObject({ ok: false, refusal: { sentence: 'Training is not offered that way. Choose another place, or none.' } })
    expect(taken(requestQuote({ ...request, items: [{ item: 'healthCheck', variant: null }], note: ' before the audit ' }, stepBy('dana'))).history[0]?.detail).toBe('Quote requested: Health check. before the audit')
  })

  it('R6 lets the Account Manager alone quote, and an administrator in their stead', () => {
    const project = exampleProject('quoteRequested')
    expect(everybody.filter((person) => refusal(project, quote(), person) === null)).toEqual(['dana', 'ada'])
    expect(sentence(project, quote(), 'peter')).toBe('Only the Account Manager or an administrator may send the quote (R6).')
    expect(taken(advanceProject(project, quote(), stepBy('dana')))).toMatchObject({ state: 'quoted', quote: { number: 'Q-1002', amountCents: 100_050, currency: 'USD', sentAt: wall('2026-11-24T10:00') } })
  })

  it('R90 refuses a quote without number, amount or currency', () => {
    const quoteOf = (args: Partial<Extract<ProjectStep, { name: 'sendQuote' }>['args']>): ProjectStep => ({ name: 'sendQuote', args: { eventId: 'e', number: 'Q-1', amountCents: 1, currency: 'USD', ...args } })
    const faulty = [{ number: ' ' }, { amountCents: -1 }, { amountCents: 0.5 }, { amountCents: Number.NaN }, { currency: 'usd' }, { currency: 'US$' }]
    expect(faulty.map((args) => refusal(exampleProject('quoteRequested'), quoteOf(args), 'dana')?.code)).toEqual(faulty.map(() => 'invalid'))
    expect(refusal(exampleProject('quoteRequested'), quoteOf({ amountCents: 0 }), 'dana')).toBeNull()
  })

  it('R91 is accepted with the signed quote and the purchase order, in either order, and with neither alone', () => {
    const quoted = exampleProject('quoted')
    const one = taken(advanceProject(quoted, signed(noon), stepBy('dana', noon)))
    const other = taken(advanceProject(quoted, order(noon), stepBy('peter', noon)))
    expect([one.state, other.state]).toEqual(['quoted', 'quoted'])
    expect(taken(advanceProject(one, order(noon), stepBy('dana', noon)))).toMatchObject({ state: 'accepted', signedQuoteAt: noon, purchaseOrder: { number: 'PO-77', at: noon } })
    expect(taken(advanceProject(other, signed(noon), stepBy('dana', noon))).state).toBe('accepted')
    expect(sentence(one, signed(noon), 'dana', noon)).toBe('The signed quote is here already. Still missing: the purchase order.')
  })

  it('R91 takes only what can have come back for this quote', () => {
    const quoted = exampleProject('quoted')
    expect(sentence(exampleProject('quoteRequested'), signed(noon), 'dana', noon)).toBe('Not before the quote is sent (R90).')
    expect(sentence(quoted, signed(noon, 'Q-9'), 'dana', noon)).toContain('The quote that counts is Q-1001, not Q-9.')
    expect(sentence(quoted, order(noon, ' '), 'dana', noon)).toBe('Give the number of the purchase order.')
    expect(sentence(quoted, order(wall('2026-11-24T10:59:59')), 'dana', noon)).toContain('nothing can have come back before')
    expect(sentence(quoted, order(addRealMinutes(noon, 1)), 'dana', noon)).toContain('in the future')
  })

  it('R91 R94 lets a new quote set aside what came back for the old one', () => {
    const half = taken(advanceProject(exampleProject('quoted'), signed(noon), stepBy('dana', noon)))
    const again = taken(advanceProject(half, quote(), stepBy('dana', noon)))
    expect(again).toMatchObject({ state: 'quoted', quote: { number: 'Q-1002' }, signedQuoteAt: null, purchaseOrder: null })
    expect(again.history.at(-1)?.detail).toBe('Quote Q-1002 sent in place of Q-1001: USD 1000.50')
    expect(sentence(half, quote('Q-1001'), 'dana', noon)).toContain('was sent already')
  })
})

describe('R94 nothing is scheduled before acceptance', () => {
  it('R94 says what is missing, by state and by paper', () => {
    expect(sentence(exampleProject('quoteRequested'), schedule(), 'peter')).toBe('Not before the signed quote and the purchase order are here (R94). Still missing: the quote itself, the signed quote, the purchase order.')
    expect(sentence(exampleProject('quoted'), meet(noon), 'peter')).toBe('Not before the signed quote and the purchase order are here (R94). Still missing: the signed quote, the purchase order.')
    const half = taken(advanceProject(exampleProject('quoted'), order(noon), stepBy('dana', noon)))
    expect(refusal(half, schedule(), 'peter', noon)).toEqual({ code: 'notYet', rule: 'R94', sentence: 'Not before the signed quote and the purchase order are here (R94). Still missing: the signed quote.' })
  })

  it('R92 R93 R94 lets nobody jump the meeting or the day', () => {
    expect(sentence(exampleProject('accepted'), held(), 'peter')).toBe('Not before the overview meeting is arranged (R92).')
    expect(sentence(exampleProject('accepted'), schedule(), 'peter')).toBe('Not before the overview meeting was held and its statement of work is here (R93).')
    expect(sentence(exampleProject('meetingHeld'), start, 'ines')).toBe('Not before the day is set (R93).')
    expect(sentence(exampleProject('scheduled'), finish, 'ines')).toBe('Not before the work has begun (R95).')
    expect(sentence(exampleProject('accepted'), quote(), 'dana')).toBe('It is too late to send the quote: the project stands at “Accepted”.')
  })

  it('R94 refuses also the administrator', () => {
    expect(refusal(exampleProject('quoted'), schedule(), 'ada')?.rule).toBe('R94')
  })
})

describe('R92 R93 the overview meeting', () => {
  it('R92 is arranged by the Project Manager, in the future, and may be moved', () => {
    const accepted = exampleProject('accepted')
    expect(everybody.filter((person) => refusal(accepted, meet(addRealMinutes(noon, 60)), person, noon) === null)).toEqual(['peter', 'ada'])
    expect(sentence(accepted, meet(noon), 'peter', noon)).toBe('Choose a time in the future for the overview meeting.')
    const arranged = taken(advanceProject(accepted, meet(addRealMinutes(noon, 60)), stepBy('peter', noon)))
    expect(arranged.history.at(-1)?.detail).toBe('Overview meeting: today 13:00 CT')
    expect(taken(advanceProject(arranged, meet(addRealMinutes(noon, 120)), stepBy('peter', noon))).meetingAt).toBe(addRealMinutes(noon, 120))
  })

  it('R93 gathers the statement of work, and not before it began', () => {
    const arranged = exampleProject('meetingArranged')
    const begins = wall('2026-11-30T10:00')
    expect(sentence(arranged, held(), 'peter', addRealMinutes(begins, -1))).toBe('The overview meeting is today 10:00 CT. If it was held before that, move it first.')
    expect(sentence(arranged, held(' '), 'peter', begins)).toContain('statement of work')
    expect(taken(advanceProject(arranged, held(), stepBy('ines', begins)))).toMatchObject({ state: 'meetingHeld', statementOfWork: 'Move it' })
  })
})

describe('R3 R6 R82 the day and the engineer', () => {
  const ready = exampleProject('meetingHeld')
  const at = wall('2026-11-30T12:00')

  it('R6 is set by the Project Manager alone', () => {
    expect(everybody.filter((person) => refusal(ready, schedule(), person, at) === null)).toEqual(['peter', 'ada'])
    expect(sentence(ready, schedule(), 'dana', at)).toBe('Only the Project Manager or an administrator may set the day and the engineer (R6).')
  })

  it('R3 takes installation engineers only, who still work here', () => {
    expect(sentence(ready, schedule('priya'), 'peter', at)).toBe('Priya Raman is no Installation engineer. Professional services are done by Installation engineers (R3).')
    expect(sentence(ready, schedule('gone'), 'peter', at)).toContain('works here no more')
    expect(sentence(ready, schedule('nobody'), 'peter', at)).toContain('not known')
    expect(sentence(ready, schedule('ines', exampleAppointment(), exampleAppointment({ engineerId: 'priya' })), 'peter', at)).toContain('(R3)')
  })

  it('R82 takes nights and weekends only when the appointment says so', () => {
    const night = { startsAt: wall('2026-12-03T16:00'), endsAt: wall('2026-12-03T17:01') }
    const saturday = { startsAt: wall('2026-12-05T09:00'), endsAt: wall('2026-12-05T12:00') }
    for (const when of [night, saturday, { startsAt: wall('2026-12-03T07:59'), endsAt: wall('2026-12-03T09:00') }]) {
      expect(sentence(ready, schedule('ines', exampleAppointment(when)), 'peter', at)).toContain('Nights and weekends are by appointment only: confirm that this one was agreed (R82).')
      expect(taken(advanceProject(ready, schedule('ines', exampleAppointment({ ...when, outsideHours: true })), stepBy('peter', at))).scheduled).toMatchObject([{ ...when, outsideHours: true }])
    }
  })

  it('R82 keeps what is so, not what was said: in service hours is in service hours', () => {
    const whole = { startsAt: wall('2026-12-03T08:00'), endsAt: wall('2026-12-03T17:00'), outsideHours: true }
    expect(taken(advanceProject(ready, schedule('ines', exampleAppointment(whole)), stepBy('peter', at))).scheduled).toMatchObject([{ outsideHours: false }])
  })

  it('R93 wants a day that is to come, ends after it begins, and does not hold one engineer twice', () => {
    const invalid = (...appointments: readonly Appointment[]): string => sentence(ready, schedule('ines', ...appointments), 'peter', at)
    expect(invalid(exampleAppointment({ startsAt: wall('2026-11-30T11:59') }))).toContain('has begun already')
    expect(invalid(exampleAppointment({ endsAt: wall('2026-12-03T09:00') }))).toContain('must end after it begins')
    expect(invalid(exampleAppointment(), exampleAppointment({ startsAt: wall('2026-12-03T12:00'), endsAt: wall('2026-12-03T13:00') }))).toBe('taken')
    expect(invalid(exampleAppointment(), exampleAppointment({ startsAt: wall('2026-12-03T11:59'), endsAt: wall('2026-12-03T13:00') }))).toContain('overlap')
    expect(invalid(exampleAppointment({ engineerId: 'omar' }))).toBe('Ines Duarte has none of the appointments. Give the dedicated engineer at least one.')
    expect(invalid(exampleAppointment(), exampleAppointment({ engineerId: 'omar' }))).toBe('taken')
    expect(advanceProject(ready, { name: 'scheduleWork', args: { eventId: 'e', engineerId: 'ines', appointments: [] } }, stepBy('peter', at))).toMatchObject({ ok: false, refusal: { sentence: 'Set at least one day for the work.' } })
  })

  it('R81 R95 gives no engineer away twice: other projects and standby count, what is given up or done does not', () => {
    const clash = exampleAppointment({ startsAt: wall('2026-12-03T11:00'), endsAt: wall('2026-12-03T13:00') })
    const other = { ...exampleProject('scheduled'), id: 'project-2', scheduled: [clash] }
    const standby: StandbyWindow = { id: 'standby-1', rev: 1, customerId: 'customer-2', engineerId: 'ines', startsAt: wall('2026-12-02T17:00'), endsAt: wall('2026-12-03T09:30'), quote: 'Q-7' }
    const said = (busy: readonly BusyTime[], appointment = exampleAppointment()): string => {
      const outcome = advanceProject(ready, schedule(appointment.engineerId, appointment), { ...stepBy('peter', at), busy })
      return outcome.ok ? 'taken' : outcome.refusal.sentence
    }
    expect(said(busyTimes([other], [], null))).toBe('Ines Duarte is appointed elsewhere Thu 3 Dec 11:00 CT. Choose another time or engineer.')
    expect(said(busyTimes([], [standby], null))).toBe('Ines Duarte is appointed elsewhere Wed 2 Dec 17:00 CT. Choose another time or engineer.')
    expect(said(busyTimes([other], [], 'project-2'))).toBe('taken')
    expect(said(busyTimes([], [standby], 'standby-1'))).toBe('taken')
    expect(said(busyTimes([other], [standby], null), exampleAppointment({ engineerId: 'omar' }))).toBe('taken')
    expect(said(busyTimes([{ ...other, state: 'cancelled' }, { ...other, state: 'done' }], [], null))).toBe('taken')
    expect(said(busyTimes([{ ...other, scheduled: [exampleAppointment({ startsAt: wall('2026-12-03T12:00'), endsAt: wall('2026-12-03T14:00') })] }], [], null))).toBe('taken')
    expect(busyTimes([other], [standby], null).map(({ startsAt }) => startsAt)).toEqual([standby.startsAt, clash.startsAt])
  })

  it('R95 keeps what has begun when the rest is moved while the work is on', () => {
    const moved = exampleAppointment({ startsAt: wall('2026-12-04T09:00'), endsAt: wall('2026-12-04T12:00') })
    const project = taken(advanceProject(exampleProject('inProgress'), schedule('ines', moved), stepBy('peter', wall('2026-12-03T10:00'))))
    expect(project).toMatchObject({ state: 'inProgress', scheduled: [exampleAppointment(), moved] })
    expect(taken(advanceProject(exampleProject('scheduled'), schedule('ines', moved), stepBy('peter', at))).scheduled).toEqual([moved])
  })
})

describe('R3 R95 R96 the work', () => {
  it('R82 R95 begins at its appointment, by its own engineer', () => {
    const project = exampleProject('scheduled')
    const begins = wall('2026-12-03T09:00')
    expect(sentence(project, start, 'ines', addRealMinutes(begins, -1))).toBe('The work is appointed for today 9:00 CT. To begin earlier, have the Project Manager move the appointment.')
    expect(sentence(project, start, 'omar', begins)).toBe('This project has another engineer. Ask the Project Manager to change the schedule.')
    expect(sentence(project, start, 'priya', begins)).toBe('Only an Installation engineer, the Project Manager or an administrator may start the work (R3).')
    expect(taken(advanceProject(project, start, stepBy('ines', begins))).state).toBe('inProgress')
  })

  it('R96 ends with done, after which nothing can be done to it', () => {
    const done = taken(advanceProject(exampleProject('inProgress'), finish, stepBy('ines', afterTheRoad)))
    expect(done).toMatchObject({ state: 'done', scheduled: [exampleAppointment()] })
    expect(done.history.at(-1)?.detail).toBe('Work finished: all faxes pass')
    for (const step of [quote(), schedule(), cancel]) expect(sentence(done, step, 'ada')).toBe('This project is done. Further questions go to HelpDesk (R96).')
  })

  it('R90 is declined or cancelled with a reason, and appointments to come fall away', () => {
    expect(taken(advanceProject(exampleProject('quoted'), decline, stepBy('dana'))).state).toBe('declined')
    expect(sentence(exampleProject('accepted'), decline, 'dana')).toContain('too late')
    expect(sentence(exampleProject('quoted'), { name: 'declineQuote', args: { eventId: 'e', reason: ' ' } }, 'dana')).toContain('Give the reason')
    const cancelled = taken(advanceProject(exampleProject('scheduled'), cancel, stepBy('peter', noon)))
    expect(cancelled).toMatchObject({ state: 'cancelled', scheduled: [] })
    expect(sentence(cancelled, quote(), 'dana')).toContain('Request a new quote')
  })
})

describe('R94 any sequence of steps', () => {
  const moments = [wall('2026-11-24T10:30'), wall('2026-11-25T09:30'), noon, wall('2026-11-30T10:00'), wall('2026-12-03T09:00'), afterTheRoad]
  const anyMoment = fc.constantFrom(...moments)
  const anyStep: fc.Arbitrary<ProjectStep> = fc.oneof(
    { arbitrary: fc.constantFrom('Q-1', 'Q-2').map(quote), weight: 4 },
    { arbitrary: fc.tuple(anyMoment, fc.constantFrom('Q-1', 'Q-2')).map(([at, number]) => signed(at, number)), weight: 4 },
    { arbitrary: anyMoment.map((at) => order(at)), weight: 4 },
    { arbitrary: anyMoment.map(meet), weight: 4 },
    { arbitrary: fc.constantFrom('', 'Move it').map(held), weight: 4 },
    {
      arbitrary: fc
        .tuple(fc.constantFrom('ines', 'omar', 'priya', 'gone'), anyMoment, fc.boolean())
        .map(([engineerId, startsAt, outsideHours]) => schedule(engineerId, { engineerId, startsAt, endsAt: addRealMinutes(startsAt, 45), onSite: false, outsideHours })),
      weight: 4,
    },
    { arbitrary: fc.constantFrom(start, finish), weight: 4 },
    { arbitrary: fc.constantFrom(decline, cancel), weight: 1 },
  )
  /** What a diligent firm would do next, so that random walks also get far. */
  const diligent = (project: Project, now: Instant): readonly [Person, ProjectStep] => {
    const { quote: sent } = project
    const soon = addRealMinutes(now, 1)
    if (sent === null) return ['dana', quote('Q-1')]
    if (project.signedQuoteAt === null) return ['dana', signed(now, sent.number)]
    if (project.purchaseOrder === null) return ['dana', order(now)]
    if (project.meetingAt === null) return ['peter', meet(soon)]
    if (project.statementOfWork === null) return ['peter', held()]
    if (project.state === 'meetingHeld') return ['peter', schedule('ines', { engineerId: 'ines', startsAt: soon, endsAt: addRealMinutes(soon, 5), onSite: false, outsideHours: true })]
    return ['ines', project.state === 'inProgress' ? finish : start]
  }
  const anyTurn = fc.record({ diligently: fc.boolean(), step: anyStep, person: fc.constantFrom(...everybody), minutes: fc.constantFrom(0, 2, 2, 60 * 24) })
  const reached = new Set<ProjectState>()
  /** What must hold of every answer, whatever came before; names what does not. */
  const faultsOf = (before: Project, outcome: ProjectOutcome): readonly string[] => {
    if (!outcome.ok) return /^[A-Z].*[.)]$/.test(outcome.refusal.sentence) ? [] : ['a refusal without a sentence']
    const { project, event } = outcome
    const appointed = project.scheduled.length > 0 || ['scheduled', 'inProgress', 'done'].includes(project.state)
    const claims: readonly (readonly [string, boolean])[] = [
      ['it stays the same project', project.id === before.id && project.rev === before.rev],
      ['its history only grows', project.history.length === before.history.length + 1 && project.history.at(-1) === event && before.history.every((each, index) => project.history[index] === each)],
      ['the entry tells from where to where', event.from === before.state && event.to === project.state],
      ['R94 appointed only with quote, signature and purchase order', !appointed || (project.quote !== null && project.signedQuoteAt !== null && project.purchaseOrder !== null)],
      ['R93 appointed only with a statement of work', !appointed || project.statementOfWork !== null],
      ['R3 appointed only to an Installation engineer', !appointed || project.engineerId === 'ines' || project.engineerId === 'omar'],
    ]
    return claims.filter(([, holds]) => !holds).map(([claim]) => claim)
  }

  it('R90 R91 R92 R93 R94 R95 R96 reaches every state, no schedule without signed quote and purchase order, and changes nothing by a refusal', () => {
    fc.assert(
      fc.property(fc.array(anyTurn, { minLength: 1, maxLength: 40 }), (turns) => {
        let project = exampleProject('quoteRequested')
        let now = wall('2026-11-24T10:30')
        for (const { diligently, step, person, minutes } of turns) {
          now = addRealMinutes(now, minutes)
          const before = project
          const copy = structuredClone(project)
          const [who, what] = diligently ? diligent(project, now) : [person, step]
          const outcome = advanceProject(project, what, stepBy(who, now))
          expect(before).toEqual(copy)
          if (outcome.ok) project = outcome.project
          reached.add(project.state)
          expect(faultsOf(before, outcome)).toEqual([])
        }
      }),
      { numRuns: 300, seed: 9_096 },
    )
    expect(projectStates.filter((state) => state !== 'quoteRequested' && !reached.has(state))).toEqual([])
  })
})
