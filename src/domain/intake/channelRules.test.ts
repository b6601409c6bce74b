import { describe, expect, it } from 'vitest'
import { decidePage } from '../afterHours/decidePage'
import { serviceCalendar } from '../calendar/serviceCalendar'
import { isOpen } from '../calendar/openTimes'
import { addRealMinutes } from '../calendar/time'
import { callbackExpectation } from '../entitlement/callbackExpectation'
import { examplePageFacts } from '../fixtures/examplePageFacts'
import { by, chicago, exampleContract, examplePolicy, exampleTicket, wall } from '../fixtures/examples'
import { orderQueue } from '../queue/orderQueue'
import { channels, priorities } from '../ticket/ticket'
import type { Channel, Ticket } from '../ticket/ticket'
import { channelOfCall } from './channelOfCall'
import { channelRules } from './channelRules'
import { firstStep } from './firstStep'
import { hearVoicemail } from './hearVoicemail'
import { initialPriority } from './initialPriority'
import { isAccepting } from './isAccepting'
import { receiptAtChannel } from './receiptAtChannel'
import { requestForm, signInFields } from './requestForm'
import { voicemailRequest } from './voicemailRequest'

const at = wall('2026-11-24T10:00')
const allPriorities = (channel: Channel) => [null, ...priorities].map((chosen) => initialPriority(channel, chosen))

describe('the portal', () => {
  it('R9 takes requests at every hour of a week; only a call needs somebody to answer', () => {
    const calendar = serviceCalendar(examplePolicy(), chicago)
    const hours = Array.from({ length: 7 * 24 }, (_, hour) => addRealMinutes(at, hour * 60))
    expect(hours.filter((hour) => !isAccepting('portal', isOpen(calendar, hour)))).toEqual([])
    expect(channels.filter((channel) => !isAccepting(channel, false))).toEqual(['phone'])
    expect(channels.filter((channel) => isAccepting(channel, true))).toEqual(channels)
  })

  it('R10 signs in by e-mail address and password, and asks for priority, two descriptions and attachments', () => {
    expect(signInFields).toEqual(['email', 'password'])
    expect(Object.entries(requestForm).map(([key, { label, required }]) => [key, label, required])).toEqual([
      ['priority', 'Priority', true],
      ['brief', 'Brief description', true],
      ['detail', 'Detailed description', false],
      ['attachments', 'Attachments', false],
    ])
  })

  it('R11 is Medium unless the customer chooses', () => {
    expect(allPriorities('portal')).toEqual(['medium', 'urgent', 'high', 'medium', 'low'])
  })

  it('R30 accepts at night and tells another time for the callback', () => {
    const receivedAt = wall('2026-11-28T22:00')
    const facts = { priority: initialPriority('portal', null), productionDown: false, receivedAt, policy: examplePolicy(), zone: chicago, pagedAt: null, clocksAreGoals: false, now: receivedAt }
    expect(isAccepting('portal', false)).toBe(true)
    expect(callbackExpectation(facts)).toBe('Nobody is woken for this request. An engineer will see it at 8:00 CT on Mon 30 Nov. Expect a call from an engineer by 10:00 CT on Mon 30 Nov.')
  })
})

describe('mail and the tech line', () => {
  it('R12 mail is Medium whatever it claims', () => {
    expect(allPriorities('email')).toEqual(['medium', 'medium', 'medium', 'medium', 'medium'])
    expect(channelRules.email.priority.setBy).toBe('nobody')
  })

  it('R15 a tech-line call that is answered is a phone ticket, one that is not a voicemail', () => {
    expect([channelOfCall({ line: 'techLine', answered: true }), channelOfCall({ line: 'techLine', answered: false })]).toEqual(['phone', 'techLine'])
    expect([channelOfCall({ line: 'hotline', answered: true }), channelOfCall({ line: 'hotline', answered: false })]).toEqual(['hotline', 'hotline'])
  })

  it('R16 a voicemail is Medium and carries the calling number and nothing else', () => {
    expect(allPriorities('techLine')).toEqual(['medium', 'medium', 'medium', 'medium', 'medium'])
    expect(voicemailRequest(' 952-555-0100 ')).toEqual({ customerId: null, contactId: null, requester: { name: null, email: null, phone: '952-555-0100' }, brief: 'Voicemail from 952-555-0100' })
    for (const withheld of [null, '', ' ']) expect(voicemailRequest(withheld)).toMatchObject({ requester: { phone: null }, brief: 'Voicemail, number withheld' })
  })
})

describe('R17 listening to a voicemail', () => {
  const voicemail = exampleTicket({ channel: 'techLine', ...voicemailRequest('952-555-0100'), siteId: null })
  const listen = { ticketId: voicemail.id, eventId: 'event-1' }

  it('R16 is a first step with its own age, for both lines and no other channel', () => {
    expect(firstStep(voicemail, wall('2026-11-24T10:42'))).toEqual({
      step: 'listen',
      since: at,
      age: 42,
      sentence: 'Not yet heard: listen to the voicemail before judging how critical it is.',
    })
    expect(channels.filter((channel) => firstStep(exampleTicket({ channel }), at) !== null)).toEqual(['techLine', 'hotline'])
    expect(channels.filter((channel) => !channelRules[channel].previewable)).toEqual(['techLine', 'hotline'])
  })

  it('is over once somebody listened, or the ticket is finished; a claim alone does not do it', () => {
    const heard = hearVoicemail(voicemail, listen, by('priya', wall('2026-11-24T10:05')))
    if (!heard.ok) throw new Error(heard.refusal.sentence)
    expect(heard.ticket.facts.at(-1)).toEqual({ kind: 'heard', at: wall('2026-11-24T10:05'), engineerId: 'priya' })
    expect(heard.event).toEqual({ id: 'event-1', body: { kind: 'heard' }, at: wall('2026-11-24T10:05') })
    expect(firstStep(heard.ticket, at)).toBeNull()
    expect((['resolved', 'closed'] as const).map((state) => firstStep({ ...voicemail, state }, at))).toEqual([null, null])
    const claimed: Ticket = { ...voicemail, assigneeId: 'priya', acknowledgedAt: at, state: 'waiting' }
    expect(firstStep(claimed, at)).not.toBeNull()
  })

  it('counts the first who listened, and refuses where there is nothing to hear', () => {
    const first = hearVoicemail(voicemail, listen, by('priya', at))
    if (!first.ok) throw new Error(first.refusal.sentence)
    expect(hearVoicemail(first.ticket, { ...listen, eventId: 'event-2' }, by('miguel', wall('2026-11-24T11:00')))).toEqual({ ok: true, ticket: first.ticket, event: null })
    expect(hearVoicemail(exampleTicket(), listen, by('priya', at))).toEqual({
      ok: false,
      refusal: { code: 'nothingToDo', sentence: 'This ticket did not come by voicemail, so there is nothing to listen to.' },
    })
  })
})

describe('R18 a call that an engineer answered', () => {
  it('is received when the call began, and never after it was logged', () => {
    const loggedAt = wall('2026-11-24T10:20')
    expect(receiptAtChannel('phone', loggedAt, at)).toBe(at)
    expect([receiptAtChannel('phone', loggedAt, null), receiptAtChannel('phone', loggedAt, wall('2026-11-24T10:21'))]).toEqual([loggedAt, loggedAt])
    expect((['portal', 'email', 'techLine', 'hotline'] as const).map((channel) => receiptAtChannel(channel, loggedAt, at))).toEqual([loggedAt, loggedAt, loggedAt, loggedAt])
  })

  it('has the priority that the engineer chooses', () => {
    expect(allPriorities('phone')).toEqual(['medium', 'urgent', 'high', 'medium', 'low'])
    expect(channelRules.phone.priority.setBy).toBe('engineer')
  })
})

describe('R22 the hotline while the desk is open', () => {
  it('is Urgent, whatever is said of its priority, and before earlier Urgent requests that are not down', () => {
    expect(allPriorities('hotline')).toEqual(['urgent', 'urgent', 'urgent', 'urgent', 'urgent'])
    const earlier = exampleTicket({ id: 'portal', customerPriority: 'urgent', brief: 'Inbound stopped' })
    const hotline = exampleTicket({ id: 'hotline', channel: 'hotline', customerPriority: initialPriority('hotline', null), brief: 'Hotline: nothing arrives', receivedAt: wall('2026-11-24T11:00') })
    const earlierDown = exampleTicket({ id: 'down', customerPriority: 'urgent', brief: 'RightFax down', receivedAt: wall('2026-11-24T10:30') })
    expect(orderQueue([earlier, hotline, earlierDown]).map(({ id }) => id)).toEqual(['down', 'hotline', 'portal'])
  })

  it('pages nobody', () => {
    expect(decidePage(examplePageFacts({ channel: 'hotline', now: at })).page).toBe(false)
  })
})

describe('which channels page (after hours)', () => {
  it('R14 R21 R68 R74 agrees with the page decision for every channel and priority', () => {
    for (const channel of channels) {
      for (const chosen of priorities) {
        const customerPriority = initialPriority(channel, chosen)
        const expected = { nothing: false, every: true, urgent: customerPriority === 'urgent' }[channelRules[channel].pages]
        expect([channel, customerPriority, decidePage(examplePageFacts({ channel, customerPriority })).page]).toEqual([channel, customerPriority, expected])
      }
    }
  })

  it('R14 mail pages nobody, with whatever contract and even if it were Urgent', () => {
    for (const contracts of [[exampleContract()], [exampleContract({ kind: 'standard' })], [], null]) {
      expect(decidePage(examplePageFacts({ channel: 'email', customerPriority: 'urgent', contracts })).page).toBe(false)
    }
  })

  it('R21 R23 the hotline pages by itself, and an unknown caller too, marked unverified', () => {
    expect(decidePage(examplePageFacts({ channel: 'hotline', customerPriority: initialPriority('hotline', null) }))).toMatchObject({ page: true, contractUnverified: false })
    for (const contracts of [null, [], [exampleContract({ kind: 'standard' })]]) {
      expect(decidePage(examplePageFacts({ channel: 'hotline', customerPriority: 'urgent', customerId: null, contracts }))).toMatchObject({ page: true, contractUnverified: true })
    }
  })
})

describe('R31 who is held', () => {
  it('is known by portal and mail only; a caller says who he is', () => {
    expect(channels.filter((channel) => channelRules[channel].knowsSender)).toEqual(['portal', 'email'])
  })
})
