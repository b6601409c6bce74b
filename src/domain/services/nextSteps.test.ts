import { describe, expect, it } from 'vitest'
import { engineerRoles } from '../access/engineer'
import { exampleProject } from '../fixtures/projectExamples'
import { nextSteps } from './nextSteps'
import { projectContact } from './projectContact'
import { projectSteps } from './projectEvent'
import { stepRules } from './stepRule'
import { whyNotNow } from './whyNotNow'

const road = ['quoteRequested', 'quoted', 'accepted', 'meetingArranged', 'meetingHeld', 'scheduled', 'inProgress', 'done'] as const

describe('R90 R91 R92 R93 R95 what comes next', () => {
  it('offers the road’s next steps with the words of a button', () => {
    const namesFor = (state: (typeof road)[number], role: (typeof engineerRoles)[number]): string => nextSteps(exampleProject(state), role).map(({ name }) => name).join(' ')
    expect(road.map((state) => namesFor(state, 'accountManager'))).toEqual([
      'sendQuote declineQuote cancelProject', 'sendQuote recordSignedQuote recordPurchaseOrder declineQuote cancelProject', 'cancelProject', 'cancelProject', 'cancelProject', 'cancelProject', 'cancelProject', '',
    ])
    expect(road.map((state) => namesFor(state, 'projectManager'))).toEqual([
      'cancelProject', 'recordSignedQuote recordPurchaseOrder cancelProject', 'arrangeMeeting cancelProject', 'arrangeMeeting holdMeeting cancelProject', 'scheduleWork cancelProject',
      'scheduleWork startWork cancelProject', 'scheduleWork finishWork cancelProject', '',
    ])
    expect(road.map((state) => namesFor(state, 'installation'))).toEqual(['', '', '', 'holdMeeting', '', 'startWork', 'finishWork', ''])
    expect(nextSteps(exampleProject('accepted'), 'projectManager')[0]).toEqual({ name: 'arrangeMeeting', label: 'Arrange the overview meeting', rule: 'R92' })
  })

  it('R1 R6 gives HelpDesk and the support manager no step, and the administrator everybody’s', () => {
    for (const state of road) {
      const project = exampleProject(state)
      expect([nextSteps(project, 'helpdesk'), nextSteps(project, 'supportManager')]).toEqual([[], []])
      const others = new Set((['accountManager', 'projectManager', 'installation'] as const).flatMap((role) => nextSteps(project, role).map(({ name }) => name)))
      expect(nextSteps(project, 'administrator').map(({ name }) => name)).toEqual(projectSteps.filter((name) => others.has(name)))
    }
  })

  it('has a road to every step, and a sentence for every refusal', () => {
    expect(projectSteps.filter((name) => stepRules[name].roles.length === 0 || stepRules[name].from.length === 0)).toEqual([])
    const refusals = road.flatMap((state) => projectSteps.flatMap((name) => engineerRoles.map((role) => whyNotNow(exampleProject(state), name, role)))).filter((each) => each !== null)
    expect(refusals.filter(({ sentence }) => !/^[A-Z].*[.)]$/.test(sentence))).toEqual([])
    expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(['notAllowed', 'notYet', 'tooLate']))
  })
})

describe('R95 R96 whom the customer turns to', () => {
  it('R95 is the dedicated engineer from the day that is set until completion', () => {
    for (const state of ['scheduled', 'inProgress'] as const) expect(projectContact(exampleProject(state))).toMatchObject({ kind: 'installationEngineer', engineerId: 'ines', rule: 'R95' })
  })

  it('R96 is HelpDesk after completion', () => {
    expect(projectContact(exampleProject('done'))).toEqual({ kind: 'helpDesk', engineerId: null, rule: 'R96', sentence: 'Further questions are answered by HelpDesk.' })
    for (const state of ['declined', 'cancelled'] as const) expect(projectContact({ state, engineerId: 'ines' })).toMatchObject({ kind: 'helpDesk', engineerId: null })
  })

  it('R90 R92 is the Account Manager first and the Project Manager then', () => {
    expect(road.slice(0, 5).map((state) => projectContact(exampleProject(state)).kind)).toEqual(['accountManager', 'accountManager', 'projectManager', 'projectManager', 'projectManager'])
  })
})
