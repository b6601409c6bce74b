import { describe, expect, it } from 'vitest'
import { contiguousZones } from '../calendar/contiguousZones'
import { serviceCalendar } from '../calendar/serviceCalendar'
import { toZone } from '../calendar/time'
import { contractStatus } from '../entitlement/contractStatus'
import { chicago, exampleContract, examplePolicy, wall } from '../fixtures/examples'
import { defaultPolicyValues } from '../policy/defaultPolicy'
import { greetingOf } from './greetingOf'
import { hotlineMessage } from './hotlineMessage'
import { hotlineNumberFor } from './hotlineNumberFor'
import { mailboxOf } from './mailboxOf'
import { mailHint } from './mailHint'
import type { MailHintFacts } from './mailHint'
import { outsideAreaNotice } from './outsideAreaNotice'

const now = wall('2026-11-24T12:00')
const number = '952-555-0911'

describe('R13 mail that reads as urgent', () => {
  const hint = (changes: Partial<MailHintFacts> = {}) => mailHint({ readsUrgent: true, contract: 'standard', open: true, portalUrl: 'https://help.example/requests/new', ...changes })
  const portal = 'If this is urgent: e-mail cannot carry a priority and never reaches the on-call engineer. Please submit it with priority Urgent at https://help.example/requests/new'

  it('is answered with the way to the portal, and no other mail of the day is', () => {
    expect(hint()).toBe(`${portal}.`)
    expect((['24x7', 'standard', 'ended', 'none', null] as const).map((contract) => hint({ readsUrgent: false, contract }))).toEqual([null, null, null, null, null])
  })

  it('R14 tells 24×7 customers after hours of portal and hotline, whatever the words, and R19 nobody else of the hotline', () => {
    expect(hint({ readsUrgent: false, contract: '24x7', open: false })).toBe(`${portal}, or call the hotline number you were given.`)
    expect(hint({ contract: '24x7', open: true })).toBe(`${portal}.`)
    for (const contract of ['standard', 'ended', 'none', null] as const) {
      expect([hint({ readsUrgent: false, contract, open: false }), hint({ contract, open: false })]).toEqual([null, `${portal}.`])
    }
  })
})

describe('R19 the hotline’s number', () => {
  it('is for an active 24×7 contract only, up to its last instant', () => {
    const until = (time: string, kind: '24x7' | 'standard' = '24x7') => hotlineNumberFor(contractStatus([exampleContract({ kind })], wall(time), chicago, 0), number)
    expect([until('2026-11-24T12:00'), until('2026-12-31T23:59:59'), until('2027-01-01T00:00'), until('2026-11-24T12:00', 'standard')]).toEqual([number, number, null, null])
    expect([hotlineNumberFor(contractStatus([], now, chicago, 0), number), hotlineNumberFor({ kind: '24x7' }, null)]).toEqual([null, null])
  })

  it('R15 R74 is not said on the tech line, which names the rule; no greeting has a digit beside 24×7', () => {
    const greeting = greetingOf('techLine', defaultPolicyValues, { staffed: false })
    expect(greeting).toContain('If you have a 24×7 contract and production has stopped outside HelpDesk hours, please call the hotline number you were given')
    expect(greeting).toContain('This line wakes nobody.')
    expect([greeting, greetingOf('techLine', defaultPolicyValues, { staffed: true })].map((text) => text.includes('The HelpDesk is closed'))).toEqual([true, false])
    for (const text of [greeting, greetingOf('hotline', defaultPolicyValues, { staffed: false })]) expect(text.replaceAll('24×7', '')).not.toMatch(/\d/)
  })
})

describe('R20 a hotline voicemail', () => {
  const full = { company: 'Lakeside Clinics', contact: 'Ana Ortiz', callbackNumber: '952-555-0100', issue: 'Nothing arrives since 2:00' }

  it('has four fields', () => {
    expect(hotlineMessage(full)).toEqual({
      fields: [
        { key: 'company', label: 'Company', value: 'Lakeside Clinics' },
        { key: 'contact', label: 'Contact', value: 'Ana Ortiz' },
        { key: 'callbackNumber', label: 'Callback number', value: '952-555-0100' },
        { key: 'issue', label: 'Production issue', value: 'Nothing arrives since 2:00' },
      ],
      missing: [],
      brief: 'Hotline: Nothing arrives since 2:00 (Lakeside Clinics)',
      detail: 'Company: Lakeside Clinics\nContact: Ana Ortiz\nCallback number: 952-555-0100\nProduction issue: Nothing arrives since 2:00',
    })
  })

  it('marks those that are missing or blank, and makes a ticket of it all the same', () => {
    const message = hotlineMessage({ company: null, contact: ' ', callbackNumber: '', issue: null })
    expect(message.missing).toEqual(['Company', 'Contact', 'Callback number', 'Production issue'])
    expect(message.brief).toBe('Hotline: issue not stated')
    expect(message.detail).toBe('Company: not stated\nContact: not stated\nCallback number: not stated\nProduction issue: not stated')
    expect(hotlineMessage({ ...full, callbackNumber: null }).missing).toEqual(['Callback number'])
  })

  it('keeps the brief description within what a ticket holds, without cutting a character in two', () => {
    const exact = hotlineMessage({ company: null, contact: null, callbackNumber: null, issue: '📠'.repeat(191) }).brief
    const longer = hotlineMessage({ company: null, contact: null, callbackNumber: null, issue: '📠'.repeat(192) }).brief
    expect([[...exact].length, [...longer].length, exact.endsWith('📠'), longer.endsWith('📠…')]).toEqual([200, 200, true, true])
  })

  it('is asked for in its greeting, R21 which says that the engineer on call is told', () => {
    const greeting = greetingOf('hotline', defaultPolicyValues, { staffed: false })
    for (const asked of ['company name', 'your name', 'number to call you back', 'stopped in production', 'The engineer on call is told at once']) expect(greeting).toContain(asked)
  })

  it('R22 says in service hours that the engineers at the desk are told, and nothing of the engineer on call', () => {
    const greeting = greetingOf('hotline', defaultPolicyValues, { staffed: true })
    expect(greeting).toContain('Our engineers are told at once')
    expect(greeting).not.toContain('on call')
  })
})

describe('R16 the mailbox of a telephone system', () => {
  const { supportAddress: support, accessAddress: access } = defaultPolicyValues
  const box = (voicemailAddress: string | null, ...recipients: readonly string[]) => mailboxOf(recipients, { ...defaultPolicyValues, voicemailAddress })

  it('takes what is mailed to it, while there is one; what goes to the support address as well is a request', () => {
    const voicemail = 'voicemail@thefaxguys.example'
    expect([box(voicemail, voicemail), box(voicemail, 'VoiceMail+1@thefaxguys.example'), box(voicemail, access, voicemail), box(voicemail, voicemail, support), box(null, voicemail)]).toEqual([
      'voicemail', 'voicemail', 'voicemail', 'support', 'unknown',
    ])
  })
})

describe('R24 the access mailbox', () => {
  const { supportAddress: support, accessAddress: access } = defaultPolicyValues
  const box = (...recipients: readonly string[]) => mailboxOf(recipients, { ...defaultPolicyValues, voicemailAddress: null })

  it('takes access requests, and its mail never enters the queue', () => {
    expect([box(access), box(access.toUpperCase()), box(access.replace('@', '+x@')), box('boss@elsewhere.example', access)]).toEqual(['access', 'access', 'access', 'access'])
  })

  it('leaves support its own mail, with reply tokens, also when both are written to', () => {
    expect([box(support), box(support.replace('@', '+10042.ab@')), box(access, support)]).toEqual(['support', 'support', 'support'])
  })

  it('knows no other address', () => {
    expect([box(), box('sales@thefaxguys.example'), box(`x${access}`), box(`${access}.evil.example`), box('access+@elsewhere.example')]).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'unknown'])
  })
})

describe('R29 outside the stated area', () => {
  it('is flagged with the hours that count instead, and nothing inside it', () => {
    const policy = examplePolicy()
    expect(outsideAreaNotice(toZone('Pacific/Honolulu'), policy, now)).toBe(
      'Outside the stated area: this site (Pacific/Honolulu) lies outside the contiguous states, so the office’s hours (CT) count.',
    )
    expect(contiguousZones.filter((zone) => outsideAreaNotice(zone, policy, now) !== null)).toEqual([])
    for (const name of ['America/Anchorage', 'Pacific/Honolulu', 'America/Puerto_Rico', 'Pacific/Guam', 'Europe/Berlin']) {
      expect(outsideAreaNotice(toZone(name), policy, now)).not.toBeNull()
      expect(serviceCalendar(policy, toZone(name)).zone).toBe(policy.values.officeZone)
    }
  })
})
