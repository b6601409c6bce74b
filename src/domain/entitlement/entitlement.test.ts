import { describe, expect, it } from 'vitest'
import { mayDo } from '../access/mayDo'
import { toZone } from '../calendar/time'
import type { CalendarDate } from '../calendar/time'
import { chicago, exampleContract, examplePolicy, exampleTicket, wall } from '../fixtures/examples'
import { exampleProject } from '../fixtures/projectExamples'
import { projectContact } from '../services/projectContact'
import { contractStatus } from './contractStatus'
import { markOutOfScope24x7, outOfScopeReasons, outOfScopeTexts } from './outOfScope24x7'
import type { OutOfScopeFacts } from './outOfScope24x7'
import { questionsContact } from './questionsContact'
import { serviceFor } from './serviceFor'
import { serviceOrder } from './serviceOrder'

const now = wall('2026-11-24T12:00')
const lakeside = { accountManager: { name: 'Dana Whitfield', email: 'dana@thefaxguys.example' } }

describe('R99 a customer without an active contract', () => {
  const ended = contractStatus([exampleContract({ endsOn: '2026-06-30' as CalendarDate })], now, chicago, 0)

  it('R99 is accepted, flagged, with goals for clocks, and the Account Manager is informed', () => {
    expect(serviceFor(ended, lakeside)).toEqual({
      accepted: true, flagged: true, clocksAreGoals: true, informAccountManager: true,
      sentence: 'No active contract (Ended on 30 Jun 2026). The ticket is accepted and its times are goals. Account Manager Dana Whitfield is informed; you decide how far to help.',
    })
    expect(serviceFor(contractStatus([], now, chicago, 0), { accountManager: { name: ' ', email: '' } })).toMatchObject({
      accepted: true, flagged: true, clocksAreGoals: true, informAccountManager: true,
      sentence: 'No active contract (No contract on file). The ticket is accepted and its times are goals. The Account Manager is informed; you decide how far to help.',
    })
  })

  it('R77 R78 is served by the contract while there is one, also in its grace', () => {
    const inGrace = contractStatus([exampleContract({ kind: 'standard', endsOn: '2026-11-20' as CalendarDate })], now, chicago, 5)
    for (const status of [contractStatus([exampleContract()], now, chicago, 0), inGrace]) {
      expect(serviceFor(status, lakeside)).toEqual({ accepted: true, flagged: false, clocksAreGoals: false, informAccountManager: false, sentence: status.sentence })
    }
  })
})

describe('R75 out of scope of 24×7', () => {
  const mark = (changes: Partial<OutOfScopeFacts> = {}): ReturnType<typeof markOutOfScope24x7> =>
    markOutOfScope24x7({ reason: 'upgrade', by: { id: 'priya', name: 'Priya Raman' }, at: wall('2026-11-25T02:10'), zone: chicago, policy: examplePolicy(), ...changes })

  it('R75 is a person’s decision, with a sentence that says when work goes on', () => {
    expect(mark()).toEqual({
      rule: 'R75', reason: 'upgrade', by: { id: 'priya', name: 'Priya Raman' }, at: wall('2026-11-25T02:10'), continueAt: wall('2026-11-25T08:00'),
      sentence: '24×7 support is not for upgrades. We continue at 8:00 CT today; Installation engineers work at night by appointment only.',
    })
  })

  it('R75 has normal support, maintenance, installs, upgrades and patches, each with when to go on', () => {
    expect(outOfScopeReasons.map((reason) => outOfScopeTexts[reason].name)).toEqual(['Normal support', 'Maintenance', 'Installation', 'Upgrade', 'Patch or service release'])
    for (const reason of outOfScopeReasons) expect(mark({ reason, at: wall('2026-11-27T23:00') }).sentence).toMatch(/^24×7 support .* at 8:00 CT on Mon 30 Nov[.;]/)
  })

  it('R25 R27 R75 goes on at the customer’s own next opening', () => {
    const policy = examplePolicy({ holidays: [{ date: '2026-11-26' as CalendarDate, name: 'Thanksgiving' }] })
    const later = mark({ at: wall('2026-11-25T22:00'), zone: toZone('America/New_York'), policy })
    expect([later.continueAt, later.sentence.includes('8:00 ET on Fri 27 Nov')]).toEqual([wall('2026-11-27T08:00', 'America/New_York'), true])
  })
})

describe('R7 R97 names and addresses', () => {
  it('R7 names two contacts, as the policy has them', () => {
    const { values } = examplePolicy({ supportQuestions: { name: 'John Moore', email: 'jmoore@firm.example' }, servicesQuestions: { name: 'Marty Stewart', email: 'mstewart@firm.example' } })
    expect(questionsContact('support', values)).toBe('Questions about support: John Moore, jmoore@firm.example.')
    expect(questionsContact('services', values)).toBe('Questions about professional services: Marty Stewart, mstewart@firm.example.')
  })

  it('R97 takes a Service Order ticket for an ordinary portal ticket', () => {
    const ordered = exampleTicket({ channel: serviceOrder.channel, brief: 'Service Order: server down since 18:00', customerPriority: 'urgent' })
    expect(ordered).toEqual({ ...exampleTicket({ channel: 'portal', brief: 'Server down since 18:00', customerPriority: 'urgent' }), brief: ordered.brief })
    expect(serviceOrder).toMatchObject({ name: 'Service Order ticket', sentence: 'A Service Order ticket is an ordinary ticket in the Customer Portal: sign in and submit a request.' })
  })
})

describe('R4 R96 who owns what', () => {
  it('R4 leaves the ticket of a project with HelpDesk: its engineer answers for the project, and takes no ticket', () => {
    const project = exampleProject('inProgress')
    expect(projectContact(project).kind).toBe('installationEngineer')
    expect([mayDo('installation', 'addNote'), mayDo('installation', 'claim'), mayDo('helpdesk', 'claim')]).toEqual([true, false, true])
    expect(exampleTicket({ id: project.ticketId ?? '' }).assigneeId).toBeNull()
  })
})
