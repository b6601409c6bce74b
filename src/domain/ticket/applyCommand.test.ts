import { describe, expect, it } from 'vitest'
import { callbackClock } from '../clocks/callbackClock'
import { by, examplePolicy, exampleTicket, wall } from '../fixtures/examples'
import { applyCommand } from './applyCommand'
import { callOutcomes, ticketStates } from './ticket'
import type { Ticket } from './ticket'
import type { ArgsOf } from './argsOf'
import type { CommandContext, CommandOutcome, TicketCommand, TicketCommandName } from './ticketCommand'
import { mayMove } from './stateTransitions'

const at = (time: string): ReturnType<typeof wall> => wall(`2026-11-24T${time}`)
const ids = { ticketId: 'ticket-1', eventId: 'event-1' }
const run = (ticket: Ticket, command: TicketCommand, context: CommandContext = by('priya', at('14:02'))): CommandOutcome => applyCommand(ticket, command, context)
const done = (outcome: CommandOutcome): Extract<CommandOutcome, { ok: true }> => {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.sentence}`)
  return outcome
}
const after = (ticket: Ticket, command: TicketCommand, context?: CommandContext): Ticket => done(run(ticket, command, context)).ticket
const claim = { name: 'claim', args: ids } as const

const call = (changes: Partial<ArgsOf<'logCall'>> = {}): TicketCommand => ({
  name: 'logCall',
  args: { ...ids, outcome: 'reached', number: '952-555-0100', contactName: 'Ana Ortiz', text: 'Restarted the service', startedAt: at('13:50'), minutes: 9, ...changes },
})
const setPriority = (changes: Partial<ArgsOf<'setPriority'>> = {}): TicketCommand => ({
  name: 'setPriority',
  args: { ...ids, priority: 'urgent', productionDown: true, reason: 'No fax leaves the building', ...changes },
})

describe('claim', () => {
  it('P8 R57 takes a free ticket, acknowledges it, and leaves a fact and an entry', () => {
    const outcome = done(run(exampleTicket(), claim))
    expect(outcome.ticket).toMatchObject({ assigneeId: 'priya', acknowledgedBy: 'priya', acknowledgedAt: at('14:02'), lastActivityAt: at('14:02'), rev: 0 })
    expect(outcome.ticket.facts.at(-1)).toEqual({ kind: 'assigned', at: at('14:02'), engineerId: 'priya' })
    expect(outcome.event).toEqual({ id: 'event-1', at: at('14:02'), body: { kind: 'assigned', engineerId: 'priya', engineerName: 'Priya Raman' } })
  })

  it('P8 tells the loser who won and when', () => {
    expect(run(after(exampleTicket(), claim), claim, by('miguel', at('14:05')))).toEqual({
      ok: false,
      refusal: { code: 'alreadyClaimed', sentence: 'Already claimed by Priya Raman at 14:02 CT.' },
    })
  })

  it('P8 has one winner in every order of twenty claims', () => {
    const engineers = Array.from({ length: 20 }, (_, index) => `engineer-${index}`)
    for (const first of engineers) {
      let ticket = exampleTicket()
      const winners = [first, ...engineers.filter((each) => each !== first)].filter((id) => {
        const outcome = run(ticket, claim, by(id, at('14:02')))
        if (outcome.ok) ticket = outcome.ticket
        return outcome.ok
      })
      expect(winners).toEqual([first])
    }
  })

  it('changes nothing when I have it, keeps an earlier acknowledgement, and asks to reopen a closed ticket', () => {
    const mine = after(exampleTicket(), claim)
    expect(run(mine, claim)).toEqual({ ok: true, ticket: mine, event: null })
    expect(after(exampleTicket({}, { acknowledgedAt: at('11:00'), acknowledgedBy: 'miguel' }), claim)).toMatchObject({ acknowledgedAt: at('11:00'), acknowledgedBy: 'miguel' })
    expect(run(exampleTicket({}, { state: 'closed' }), claim)).toMatchObject({ ok: false, refusal: { code: 'badTransition' } })
  })
})

describe('acknowledge', () => {
  it('P29 the first wins and later ones change nothing', () => {
    const seen = after(exampleTicket(), { name: 'acknowledge', args: ids })
    expect(seen).toMatchObject({ acknowledgedBy: 'priya', acknowledgedAt: at('14:02') })
    expect(run(seen, { name: 'acknowledge', args: ids }, by('miguel', at('14:03')))).toEqual({ ok: true, ticket: seen, event: null })
  })
})

describe('release', () => {
  const release = (reason: string): TicketCommand => ({ name: 'release', args: { ...ids, reason } })

  it('R57 gives back what I have, with a reason', () => {
    const back = after(after(exampleTicket(), claim), release('Off to a project'), by('priya', at('14:30')))
    expect(back.assigneeId).toBeNull()
    expect(back.facts.at(-1)).toEqual({ kind: 'unassigned', at: at('14:30') })
  })

  it('refuses what nobody has, what a colleague has, and an empty reason', () => {
    expect(run(exampleTicket(), release('x'))).toMatchObject({ refusal: { code: 'notClaimed' } })
    expect(run(after(exampleTicket(), claim), release('x'), by('miguel', at('14:30')))).toMatchObject({ refusal: { sentence: 'This ticket is claimed by Priya Raman. Only they can give it back.' } })
    expect(run(after(exampleTicket(), claim), release('  '))).toMatchObject({ refusal: { code: 'invalid' } })
  })
})

describe('logCall', () => {
  it.each(callOutcomes)('R60 %s is logged, and answers the customer only when it got through', (outcome) => {
    const ticket = after(exampleTicket({}, { unansweredSince: at('12:00') }), call({ outcome }))
    const through = outcome === 'reached' || outcome === 'voicemail'
    expect(ticket.unansweredSince).toBe(through ? null : at('12:00'))
    expect(callbackClock(ticket, examplePolicy(), at('15:00')).stoppedAt).toBe(through ? at('13:50') : null)
  })

  it('P16 clamps the start between receipt and now', () => {
    const startOf = (startedAt: ReturnType<typeof wall>): unknown => after(exampleTicket(), call({ startedAt })).facts.at(-1)?.at
    expect(startOf(at('18:00'))).toBe(at('14:02'))
    expect(startOf(wall('2020-01-01T00:00'))).toBe(at('10:00'))
  })

  it('keeps the facts oldest first when the call began before a page', () => {
    const paged: Ticket = { ...exampleTicket(), facts: [...exampleTicket().facts, { kind: 'paged', at: at('13:55') }] }
    expect(after(paged, call()).facts.map((fact) => fact.kind)).toEqual(['priority', 'call', 'paged'])
  })

  it('refuses a call without a number or with a broken length', () => {
    expect(run(exampleTicket(), call({ number: ' ' }))).toMatchObject({ refusal: { code: 'invalid' } })
    expect(run(exampleTicket(), call({ minutes: 1.5 }))).toMatchObject({ refusal: { code: 'invalid' } })
  })
})

describe('addNote and reply', () => {
  it('R67 a note answers nobody, a reply does', () => {
    const waiting = exampleTicket({}, { unansweredSince: at('12:00') })
    expect(after(waiting, { name: 'addNote', args: { ...ids, text: 'Looks like the DocTransport' } }).unansweredSince).toBe(at('12:00'))
    const replied = after(waiting, { name: 'reply', args: { ...ids, text: 'We restarted it' } })
    expect(replied).toMatchObject({ unansweredSince: null, state: 'open' })
    expect(replied.facts.at(-1)).toEqual({ kind: 'emailReply', at: at('14:02') })
  })

  it('a reply reopens a closed ticket and leaves waiting and resolved as they are', () => {
    const states = ticketStates.map((state) => after(exampleTicket({}, { state }), { name: 'reply', args: { ...ids, text: 'One more thing' } }).state)
    expect(states).toEqual(['open', 'waiting', 'resolved', 'open'])
  })

  it('refuses empty ones', () => {
    expect(run(exampleTicket(), { name: 'addNote', args: { ...ids, text: '  ' } })).toMatchObject({ refusal: { code: 'invalid' } })
    expect(run(exampleTicket(), { name: 'reply', args: { ...ids, text: '' } })).toMatchObject({ refusal: { code: 'invalid' } })
  })
})

describe('setPriority', () => {
  it('R49 keeps the customer’s value and stores who, when, why, from and to', () => {
    const outcome = done(run(exampleTicket(), setPriority()))
    expect(outcome.ticket).toMatchObject({ customerPriority: 'medium', engineerPriority: 'urgent', productionDown: true })
    expect(outcome.ticket.facts.at(-1)).toEqual({ kind: 'priority', at: at('14:02'), priority: 'urgent', productionDown: true, by: 'engineer' })
    expect(outcome.event?.body).toEqual({ kind: 'priority', by: 'engineer', from: 'medium', to: 'urgent', productionDown: true, reason: 'No fax leaves the building' })
  })

  it('R50 keeps the receipt, and R71 pages nobody', () => {
    const raised = after(exampleTicket(), setPriority())
    expect(raised.receivedAt).toBe(at('10:00'))
    expect(raised.facts.some((fact) => fact.kind === 'paged')).toBe(false)
  })

  it('R46 refuses Urgent on a test server', () => {
    expect(run(exampleTicket({ environment: 'test' }), setPriority())).toMatchObject({ refusal: { code: 'invalid', sentence: 'A test server is never Urgent: Urgent means that faxing on a production server has stopped. Choose High or lower.' } })
    expect(run(exampleTicket({ environment: 'test' }), setPriority({ priority: 'high', productionDown: false })).ok).toBe(true)
  })

  it('R51 refuses production down below Urgent, and any change without a reason', () => {
    expect(run(exampleTicket(), setPriority({ priority: 'high' }))).toMatchObject({ refusal: { code: 'invalid' } })
    expect(run(exampleTicket(), setPriority({ reason: ' ' }))).toMatchObject({ refusal: { code: 'invalid' } })
  })

  it('changes nothing when it is so already', () => {
    const raised = after(exampleTicket(), setPriority())
    expect(run(raised, setPriority())).toEqual({ ok: true, ticket: raised, event: null })
  })
})

describe('setState', () => {
  it('moves by the table and refuses the rest in words', () => {
    for (const from of ticketStates) {
      for (const to of ticketStates) {
        const outcome = run(exampleTicket({}, { state: from }), { name: 'setState', args: { ...ids, state: to, reason: '' } })
        expect(outcome.ok, `${from} to ${to}`).toBe(from === to || mayMove(from, to))
        expect(outcome.ok ? outcome.ticket.state : to, `${from} to ${to}`).toBe(to)
      }
    }
    expect(ticketStates.filter((to) => mayMove('closed', to))).toEqual(['open'])
    expect(run(exampleTicket({}, { state: 'closed' }), { name: 'setState', args: { ...ids, state: 'waiting', reason: '' } })).toMatchObject({
      refusal: { code: 'badTransition', sentence: 'A closed ticket cannot become waiting. Reopen it first.' },
    })
  })

  it('R67 ends the wait of the customer’s message once it is our turn no more', () => {
    const asked = exampleTicket({}, { unansweredSince: at('12:00') })
    expect(after(asked, { name: 'setState', args: { ...ids, state: 'waiting', reason: '' } }).unansweredSince).toBeNull()
  })
})

describe('releaseHold and identify', () => {
  it('R31 lets a held ticket through with a reason, once', () => {
    const held = exampleTicket({ heldReason: 'requesterNotAuthorized' })
    const free = after(held, { name: 'releaseHold', args: { ...ids, reason: 'Primary contact confirmed by phone' } })
    expect(free.heldReason).toBeNull()
    expect(run(free, { name: 'releaseHold', args: { ...ids, reason: 'again' } })).toMatchObject({ refusal: { code: 'nothingToDo' } })
    expect(run(held, { name: 'releaseHold', args: { ...ids, reason: '' } })).toMatchObject({ refusal: { code: 'invalid' } })
  })

  it('R16 R25 ties a ticket to an account and takes the site’s zone', () => {
    const identify: TicketCommand = { name: 'identify', args: { ...ids, customerId: 'customer-2', siteId: 'site-2', contactId: null } }
    const known = after(exampleTicket({ channel: 'techLine', customerId: null, siteId: null, contactId: null }), identify)
    expect(known).toMatchObject({ customerId: 'customer-2', siteId: 'site-2', zone: 'America/New_York' })
    expect(run(known, identify)).toMatchObject({ ok: true, event: null })
  })

  it('refuses a site that is gone or belongs to somebody else', () => {
    expect(run(exampleTicket(), { name: 'identify', args: { ...ids, customerId: 'customer-2', siteId: 'gone', contactId: null } })).toMatchObject({ refusal: { code: 'invalid' } })
    expect(run(exampleTicket(), { name: 'identify', args: { ...ids, customerId: 'customer-1', siteId: 'site-2', contactId: null } })).toMatchObject({ refusal: { sentence: 'This site belongs to Harbor Freight Forwarders, not to the chosen customer. Choose again.' } })
  })
})

describe('every command', () => {
  const commands: { readonly [N in TicketCommandName]: Extract<TicketCommand, { name: N }> } = {
    acknowledge: { name: 'acknowledge', args: ids },
    claim,
    release: { name: 'release', args: { ...ids, reason: 'r' } },
    logCall: call() as Extract<TicketCommand, { name: 'logCall' }>,
    addNote: { name: 'addNote', args: { ...ids, text: 't' } },
    reply: { name: 'reply', args: { ...ids, text: 't' } },
    setPriority: setPriority() as Extract<TicketCommand, { name: 'setPriority' }>,
    setState: { name: 'setState', args: { ...ids, state: 'waiting', reason: '' } },
    hearVoicemail: { name: 'hearVoicemail', args: ids },
    releaseHold: { name: 'releaseHold', args: { ...ids, reason: 'r' } },
    identify: { name: 'identify', args: { ...ids, customerId: 'customer-2', siteId: 'site-2', contactId: null } },
  }

  it.each(Object.values(commands))('$name never changes what it was given, nor rev, number, receipt or the customer’s priority', (command) => {
    const ticket = Object.freeze(exampleTicket({ channel: command.name === 'hearVoicemail' ? 'techLine' : 'portal', heldReason: 'requesterNotAuthorized' }, { rev: 7, assigneeId: command.name === 'release' ? 'priya' : null }))
    Object.freeze(ticket.facts)
    const changed = after(ticket, command)
    expect(changed).toMatchObject({ id: ticket.id, rev: 7, number: ticket.number, receivedAt: ticket.receivedAt, customerPriority: ticket.customerPriority, lastActivityAt: at('14:02') })
  })
})
