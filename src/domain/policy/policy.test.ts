import { describe, expect, it } from 'vitest'
import { toZone } from '../calendar/time'
import type { CalendarDate } from '../calendar/time'
import { assignmentClock } from '../clocks/assignmentClock'
import { examplePolicy, exampleTicket, wall } from '../fixtures/examples'
import { changePolicy } from './changePolicy'
import { completePolicy } from './completePolicy'
import { defaultPolicyValues } from './defaultPolicy'
import { judgePolicy } from './judgePolicy'
import type { PolicyValues } from './policy'
import { policyFields } from './policyFields'

const problemOf = (wish: Partial<PolicyValues>): readonly string[] => judgePolicy({ ...defaultPolicyValues, ...wish }).map(({ field }) => field)

describe('the policy record', () => {
  it('starts with the defaults of the rules', () => {
    expect(defaultPolicyValues).toMatchObject({
      officeZone: 'America/Chicago',
      hoursFollow: 'site',
      holidays: [],
      assignmentMinutes: 30,
      urgentCallbackMinutes: 30,
      highCallbackMinutes: 60,
      mediumCallbackMinutes: 120,
      lowCallbackMinutes: 9 * 60,
      answerMinutes: 4 * 60,
      callbackStoppedBy: ['reached', 'voicemail'],
      emailStopsCallback: 'whenAsked',
      pageAcknowledgeMinutes: 10,
      pageCallbackMinutes: 30,
      pageSecondMinutes: 10,
      pageManagerMinutes: 20,
      handOverAtClosing: true,
      engineerUrgentPages: false,
      contractGraceDays: 0,
      staffedFirstMinutes: 5,
      rotaHandOver: { weekday: 1, minute: 480 },
      rotaWeeks: 1,
      temporaryAccessDays: 5,
    })
    expect(judgePolicy(defaultPolicyValues)).toEqual([])
  })

  it('R7 names two contacts, one for support questions and one for services questions', () => {
    const { supportQuestions, servicesQuestions } = defaultPolicyValues
    expect([supportQuestions.name, servicesQuestions.name]).toEqual(['HelpDesk', 'Professional services'])
    expect(problemOf({ servicesQuestions: { name: 'Marty', email: ' ' } })).toEqual(['servicesQuestions'])
  })

  it('says of each field which rule it reads and whether it is ours, and gives every number bounds that hold its default', () => {
    const fields = Object.entries(policyFields)
    expect(fields.filter(([, { label, rule }]) => label === '' || !/^R\d+$/.test(rule))).toEqual([])
    const outside = fields.filter(([field, about]) => {
      const value = defaultPolicyValues[field as keyof PolicyValues]
      return about.kind === 'number' && !(typeof value === 'number' && about.min <= value && value <= about.max)
    })
    expect(outside).toEqual([])
    const ours = fields.filter(([, about]) => about.houseTarget).map(([, about]) => about.rule)
    expect([...new Set(ours)].toSorted()).toEqual(['R25', 'R27', 'R32', 'R34', 'R60', 'R61', 'R62', 'R64', 'R65', 'R67', 'R71', 'R78', 'R79', 'R80'])
  })
})

describe('a change to the policy', () => {
  const policy = examplePolicy()

  it('makes the next version, and clocks carry the version they were measured with', () => {
    const change = changePolicy(policy, { assignmentMinutes: 20 })
    if (!change.ok) throw new Error('the change was refused')
    expect(change).toMatchObject({ changed: ['assignmentMinutes'], policy: { version: 2 } })
    const now = wall('2026-11-24T10:05')
    expect(assignmentClock(exampleTicket(), policy, now)).toMatchObject({ policyVersion: 1, due: wall('2026-11-24T10:30') })
    expect(assignmentClock(exampleTicket(), change.policy, now)).toMatchObject({ policyVersion: 2, due: wall('2026-11-24T10:20') })
  })

  it('changes nothing, and leaves the version, when it asks for what is so', () => {
    expect(changePolicy(policy, { assignmentMinutes: 30, rotaHandOver: { weekday: 1, minute: 480 } })).toEqual({ ok: true, policy, changed: [] })
  })

  it.each<[string, Partial<PolicyValues>, keyof PolicyValues]>([
    ['a number under its bound', { assignmentMinutes: 0 }, 'assignmentMinutes'],
    ['a number over its bound', { staffedFirstMinutes: 61 }, 'staffedFirstMinutes'],
    ['half a minute', { answerMinutes: 1.5 }, 'answerMinutes'],
    ['no number at all', { rotaWeeks: Number.NaN }, 'rotaWeeks'],
    ['an unknown zone', { officeZone: toZone('Minnesota') }, 'officeZone'],
    ['no service hours', { serviceHours: [] }, 'serviceHours'],
    ['hours that end before they begin', { serviceHours: [{ weekday: 1, fromMinute: 600, toMinute: 600 }] }, 'serviceHours'],
    ['hours that overlap', { serviceHours: [{ weekday: 1, fromMinute: 480, toMinute: 720 }, { weekday: 1, fromMinute: 719, toMinute: 800 }] }, 'serviceHours'],
    ['a holiday on no day', { holidays: [{ date: '2026-02-30' as CalendarDate, name: 'Never' }] }, 'holidays'],
    ['a holiday twice', { holidays: [{ date: '2026-12-25' as CalendarDate, name: 'A' }, { date: '2026-12-25' as CalendarDate, name: 'B' }] }, 'holidays'],
    ['nothing that keeps a callback', { callbackStoppedBy: [] }, 'callbackStoppedBy'],
    ['an unknown choice', { emailStopsCallback: 'sometimes' as 'never' }, 'emailStopsCallback'],
    ['a hand-over at no time', { rotaHandOver: { weekday: 8, minute: 480 } }, 'rotaHandOver'],
    ['R64 the manager before the second on call', { pageManagerMinutes: 9 }, 'pageManagerMinutes'],
    ['no name', { firmName: '' }, 'firmName'],
  ])('refuses %s in a sentence, and keeps the policy', (_, wish, field) => {
    const change = changePolicy(policy, wish)
    expect(change).toMatchObject({ ok: false, problems: [{ field, sentence: expect.stringMatching(/\w.*[.]$/) as string }] })
  })

  it('takes hours that touch, with a lunch break, and each bound itself', () => {
    expect(problemOf({ serviceHours: [{ weekday: 1, fromMinute: 480, toMinute: 720 }, { weekday: 1, fromMinute: 720, toMinute: 1_440 }] })).toEqual([])
    expect(problemOf({ staffedFirstMinutes: 0, accessCutoffMinutes: 540, pageManagerMinutes: 10 })).toEqual([])
  })
})

describe('a policy of an older version', () => {
  it('gets the numbers it lacks and keeps its own', () => {
    const { rotaWeeks: _, handOverAtClosing: __, ...older } = { ...defaultPolicyValues, assignmentMinutes: 15 }
    const { values, version } = completePolicy({ id: 'policy', rev: 4, version: 3, values: older })
    expect({ values, version }).toEqual({ values: { ...defaultPolicyValues, assignmentMinutes: 15 }, version: 3 })
  })

  it('keeps a complete record as the same object, because openings are remembered by it', () => {
    const policy = examplePolicy()
    expect(completePolicy(policy).values).toBe(policy.values)
  })
})
