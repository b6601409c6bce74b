import { assert, constantFrom, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { businessMinutesBetween } from '../calendar/businessTime'
import { contiguousZones } from '../calendar/contiguousZones'
import { closingAfter } from '../calendar/openTimes'
import { serviceCalendar } from '../calendar/serviceCalendar'
import { toInstant } from '../calendar/time'
import type { CalendarDate, Instant } from '../calendar/time'
import { chicago, exampleContact, examplePolicy, wall } from '../fixtures/examples'
import { mayOpenTicket } from './mayOpenTicket'
import { passwordHelp } from './passwordHelp'
import { temporaryAccessState } from './temporaryAccessState'
import { temporaryAccessUntil } from './temporaryAccessUntil'
import { warnEndUser } from './warnEndUser'

const until = (at: string, days = 5): Instant => temporaryAccessUntil(wall(at), chicago, examplePolicy({ temporaryAccessDays: days }))
const temporary = (accessUntil: Instant | null) => exampleContact({ access: 'temporary', accessUntil })

describe('R34 how long temporary access lasts', () => {
  it.each([
    ['granted on Tuesday morning', '2026-11-24T10:00', '2026-12-01T17:00'],
    ['granted on Tuesday evening', '2026-11-24T20:00', '2026-12-01T17:00'],
    ['granted before the opening', '2026-11-24T06:00', '2026-12-01T17:00'],
    ['granted on Saturday', '2026-11-28T10:00', '2026-12-04T17:00'],
    ['granted at Sunday’s last minute', '2026-11-29T23:59', '2026-12-04T17:00'],
  ])('%s', (_, at, end) => {
    expect(until(at)).toBe(wall(end))
  })

  it('R27 does not count holidays, and follows the policy’s number', () => {
    const policy = examplePolicy({ holidays: [{ date: '2026-11-26' as CalendarDate, name: 'Thanksgiving' }] })
    expect(temporaryAccessUntil(wall('2026-11-24T10:00'), chicago, policy)).toBe(wall('2026-12-02T17:00'))
    expect([until('2026-11-24T10:00', 0), until('2026-11-24T18:00', 0), until('2026-11-24T10:00', 1)]).toEqual([wall('2026-11-24T17:00'), wall('2026-11-25T17:00'), wall('2026-11-25T17:00')])
  })

  it('R28 ends at a closing time of the site in every zone and season', () => {
    const policy = examplePolicy()
    const from = wall('2026-01-01T00:00')
    assert(
      property(constantFrom(...contiguousZones), integer({ min: 0, max: 2 * 365 * 24 * 60 }), (zone, minute) => {
        const grantedAt = toInstant(from + minute * 60_000)
        const end = temporaryAccessUntil(grantedAt, zone, policy)
        expect(closingAfter(serviceCalendar(policy, zone), toInstant(end - 1))).toBe(end)
        const minutes = businessMinutesBetween(serviceCalendar(policy, zone), grantedAt, end)
        expect(minutes).toBeGreaterThanOrEqual(5 * 540)
        expect(minutes).toBeLessThanOrEqual(6 * 540)
      }),
    )
  })
})

describe('R34 where temporary access stands', () => {
  const now = wall('2026-12-01T16:00')

  it('is active, ends soon on its last day, and is suspended from the very instant on', () => {
    const end = wall('2026-12-01T17:00')
    const kindAt = (at: string) => temporaryAccessState(temporary(end), wall(at), chicago)?.kind
    expect(['2026-11-30T23:59', '2026-12-01T00:00', '2026-12-01T16:59:59', '2026-12-01T17:00', '2027-01-01T00:00'].map(kindAt)).toEqual(['active', 'endsSoon', 'endsSoon', 'suspended', 'suspended'])
  })

  it('agrees with who may open tickets at every instant', () => {
    assert(
      property(integer({ min: -3_000_000, max: 3_000_000 }), (offset) => {
        const contact = temporary(toInstant(now + offset))
        expect(mayOpenTicket(contact, now).allowed).toBe(temporaryAccessState(contact, now, chicago)?.kind !== 'suspended')
      }),
    )
  })

  it('says so with the time in the zone', () => {
    const say = (end: Instant | null, at: Instant = now) => temporaryAccessState(temporary(end), at, chicago)?.sentence
    expect([say(wall('2026-12-01T17:00')), say(wall('2026-12-04T17:00')), say(wall('2026-11-30T17:00')), say(null)]).toEqual([
      'Temporary access until today 17:00 CT unless the primary contact confirms it.',
      'Temporary access until Fri 4 Dec 17:00 CT unless the primary contact confirms it.',
      'Temporary access ended yesterday 17:00 CT; suspended until the primary contact confirms it.',
      'Temporary access without an end; the primary contact has not confirmed it.',
    ])
  })

  it('is nothing for other kinds of access', () => {
    expect((['primary', 'authorized', 'none'] as const).map((access) => temporaryAccessState(exampleContact({ access }), now, chicago))).toEqual([null, null, null])
  })
})

describe('R35 a forgotten password', () => {
  const now = wall('2026-11-24T12:00')
  const never = { passwordSetAt: null, linkSentAt: null, linkUntil: null }
  const help = (access: Parameters<typeof exampleContact>[0], facts: Partial<typeof never> | Record<string, Instant> = {}) => passwordHelp(exampleContact(access), { ...never, ...facts }, now, chicago)

  it('shows the state and offers the link, to the address on file', () => {
    expect(help({})).toEqual({ state: 'neverSet', maySendLink: true, sentence: 'Never signed in: no password was chosen yet. A link can be mailed to ana@lakeside.example.' })
    expect(help({ access: 'primary' }, { passwordSetAt: wall('2026-11-03T09:15') })).toEqual({
      state: 'passwordSet',
      maySendLink: true,
      sentence: 'The password was last changed Tue 3 Nov 9:15 CT. A link for a new one can be mailed to ana@lakeside.example.',
    })
  })

  it('knows of a link that still works, half-open', () => {
    const linkSentAt = wall('2026-11-24T11:30')
    expect(help({}, { linkSentAt, linkUntil: wall('2026-11-24T12:30') })).toEqual({
      state: 'linkSent',
      maySendLink: true,
      sentence: 'A link was mailed to ana@lakeside.example today 11:30 CT; it works until today 12:30 CT. A new one replaces it.',
    })
    expect(help({}, { linkSentAt, linkUntil: now }).state).toBe('neverSet')
  })

  it('sends no link to who may not sign in', () => {
    expect([help({ access: 'none' }), help({ access: 'temporary', accessUntil: now })].map(({ state, maySendLink }) => [state, maySendLink])).toEqual([['noAccess', false], ['noAccess', false]])
    expect(help({ access: 'temporary', accessUntil: toInstant(now + 1) }).maySendLink).toBe(true)
  })

  it('never sees a password: what goes in and what comes out has no place for one', () => {
    const passwordish = /hash|secret|token|^password$/i
    expect([...Object.keys(never), ...Object.keys(help({}))].filter((key) => passwordish.test(key))).toEqual([])
  })
})

describe('R36 R37 authorized persons should be RightFax administrators', () => {
  const { abilities } = exampleContact()
  const warn = (changes: Partial<typeof abilities>) => warnEndUser('Sam Lee', { ...abilities, ...changes })

  it('warns when nothing speaks for an administrator, and never for what nobody asked', () => {
    expect([warn({}), warn({ rightFaxBasics: null, serviceAccountLogin: null, localAdministrator: null }), warn({ serviceAccountLogin: false })]).toEqual([null, null, null])
    expect(warn({ rightFaxBasics: false })).toBe('Sam Lee does not know RightFax administration, as an end user would. Authorized persons should be RightFax administrators; access may be given all the same.')
    expect(warn({ serviceAccountLogin: false, localAdministrator: false })).toContain('cannot get onto the server')
  })
})
