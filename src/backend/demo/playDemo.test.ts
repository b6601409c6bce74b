import { describe, expect, test } from 'vitest'
import { mayOpenTicket } from '../../domain/access/mayOpenTicket'
import { engineerRoles } from '../../domain/access/engineer'
import { isUnacknowledgedUrgent } from '../../domain/alerts/isUnacknowledgedUrgent'
import { toInstant } from '../../domain/calendar/time'
import { nextClock } from '../../domain/clocks/nextClock'
import { contactAccesses } from '../../domain/customer/customer'
import { contractStatus } from '../../domain/entitlement/contractStatus'
import { onCallAt } from '../../domain/onCall/onCallAt'
import { defaultPolicyValues } from '../../domain/policy/defaultPolicy'
import type { Policy } from '../../domain/policy/policy'
import { isInQueue } from '../../domain/queue/isInQueue'
import { channels, priorities, ticketStates } from '../../domain/ticket/ticket'
import { channelRules } from '../../domain/intake/channelRules'
import { syncedTables } from '../../protocol/sync/tables'
import { playDemo } from './playDemo'
import { readDemoWorld } from './readDemoWorld'

const policy: Policy = { id: 'policy', rev: 0, version: 1, values: defaultPolicyValues }
const world = readDemoWorld()
const numbers = world.stories.map((_, index) => 10_001 + index)

const moments = {
  'a Tuesday morning': '2026-11-24T16:10:23.500Z',
  'a Wednesday night': '2026-11-25T08:40:00Z',
  'Monday at 8:00 office time': '2026-11-23T14:00:00Z',
  'a Sunday': '2026-11-29T19:00:00Z',
  'the day the clocks go forward': '2027-03-14T12:00:00Z',
  'the day the clocks go back': '2026-11-01T12:00:00Z',
  'New Year’s Eve': '2026-12-31T23:30:00Z',
} as const

const playAt = (moment: keyof typeof moments) => {
  const now = toInstant(Date.parse(moments[moment]))
  return { now, ...playDemo(world, policy, now, numbers) }
}

const allowedAddress = /^(?:10\.|172\.(?:1[6-9]|2\d|3[01])\.|192\.168\.|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.)/

describe.each(Object.keys(moments) as (keyof typeof moments)[])('the demo world on %s', (moment) => {
  const { now, tickets, shifts, customers } = playAt(moment)

  test('is 60 tickets that all can be read on the wire, and nothing has happened in the future', () => {
    expect(tickets).toHaveLength(60)
    for (const { state } of tickets) {
      expect(syncedTables.ticket.safeParse(state.ticket).error).toBeUndefined()
      for (const event of state.events) expect(syncedTables.timelineEvent.safeParse(event).error).toBeUndefined()
      expect(syncedTables.page.nullable().safeParse(state.page).error).toBeUndefined()
      const times = [...state.events.map(({ at }) => at), ...state.ticket.facts.map(({ at }) => at), state.ticket.receivedAt, state.ticket.lastActivityAt]
      expect(Math.max(...times)).toBeLessThanOrEqual(now)
      expect(state.events.map(({ at }) => at)).toEqual(state.events.map(({ at }) => at).toSorted((a, b) => a - b))
    }
  })

  test('shows every channel, priority and state', () => {
    const rows = tickets.map(({ state }) => state.ticket)
    expect(new Set(rows.map(({ channel }) => channel))).toEqual(new Set(channels))
    expect(new Set(rows.map(({ customerPriority }) => customerPriority))).toEqual(new Set(priorities))
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(ticketStates))
  })

  test('opens on a calm screen: one to three Urgent tickets nobody has seen, in a queue of at least 25', () => {
    const rows = tickets.map(({ state }) => state.ticket)
    const unseen = rows.filter(isUnacknowledgedUrgent)
    expect(unseen.length).toBeGreaterThanOrEqual(1)
    expect(unseen.length).toBeLessThanOrEqual(3)
    expect(rows.filter(isInQueue).length).toBeGreaterThanOrEqual(25)
  })

  test('has clocks that run or wait for 8:00, one about to breach and one overdue', () => {
    const clocks = tickets.map(({ state }) => nextClock(state.ticket, policy, now)).filter((clock) => clock !== null)
    expect(clocks.some(({ breached }) => breached)).toBe(true)
    expect(clocks.some(({ breached, remainingMinutes }) => !breached && remainingMinutes <= 5)).toBe(true)
    expect(clocks.length).toBeGreaterThanOrEqual(5)
  })

  test('R79 has one primary and one second at every instant of eight weeks', () => {
    for (const rank of ['primary', 'second'] as const) {
      const turns = shifts.filter((shift) => shift.rank === rank).toSorted((a, b) => a.startsAt - b.startsAt)
      expect(turns).toHaveLength(8)
      expect(turns.slice(1).map(({ startsAt }) => startsAt)).toEqual(turns.slice(0, -1).map(({ endsAt }) => endsAt))
      expect(onCallAt(shifts, now, rank)).not.toBeNull()
    }
  })

  test('R78 has customers with a 24×7, a standard, an ended and no contract', () => {
    const kinds = customers.map(({ contracts }) => contractStatus(contracts, now, policy.values.officeZone, policy.values.contractGraceDays).kind)
    expect(new Set(kinds)).toEqual(new Set(['24x7', 'standard', 'ended', 'none']))
  })
})

const { tickets, customers, engineers, now } = playAt('a Tuesday morning')

test('R68 what paged at night passed every gate and was acknowledged by somebody', () => {
  const pages = tickets.flatMap(({ state }) => state.page ?? [])
  expect(pages.length).toBeGreaterThanOrEqual(4)
  for (const page of pages) {
    expect(page.decision.gates.every(({ pass }) => pass)).toBe(true)
    expect(page.state).toBe('acknowledged')
  }
})

test('R31 a portal or mail ticket is held exactly when its requester may not ask', () => {
  const held = tickets.filter(({ state }) => state.ticket.heldReason !== null)
  expect(held.length).toBeGreaterThanOrEqual(3)
  const contacts = new Map(customers.flatMap((file) => file.contacts.map((contact) => [contact.id, contact])))
  for (const { state } of tickets) {
    const { channel, contactId, receivedAt, heldReason } = state.ticket
    const checked = channel === 'portal' || channel === 'email'
    const allowed = mayOpenTicket(contacts.get(contactId ?? '') ?? null, receivedAt).allowed
    expect(heldReason === null).toBe(allowed || !checked)
  }
})

test('R16 some voicemails are not yet tied to an account', () => {
  expect(tickets.filter(({ state }) => state.ticket.channel === 'techLine' && state.ticket.customerId === null).length).toBeGreaterThanOrEqual(2)
})

test('R17 whoever took a voicemail has listened to it, and one waits to be heard', () => {
  const voicemails = tickets.map(({ state }) => state.ticket).filter(({ channel }) => channelRules[channel].firstStep === 'listen')
  const unheard = voicemails.filter(({ facts }) => !facts.some(({ kind }) => kind === 'heard'))
  expect(unheard.length).toBeGreaterThanOrEqual(1)
  expect(unheard.length).toBeLessThan(voicemails.length)
  expect(unheard.filter(({ assigneeId }) => assigneeId !== null)).toEqual([])
})

test('a dozen customers from Eastern to Pacific, each with one primary contact, one main site and two to six servers', () => {
  expect(customers.length).toBeGreaterThanOrEqual(12)
  const zones = new Set(customers.flatMap((file) => file.sites.map(({ zone }) => zone)))
  for (const zone of ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Phoenix', 'America/Los_Angeles']) expect([...zones]).toContain(zone)
  for (const file of customers) {
    expect(file.servers.length).toBeGreaterThanOrEqual(2)
    expect(file.servers.length).toBeLessThanOrEqual(6)
    expect(file.contacts.filter(({ access }) => access === 'primary')).toHaveLength(1)
    expect(file.sites.filter(({ main }) => main)).toHaveLength(1)
  }
  const contacts = customers.flatMap((file) => file.contacts)
  expect(new Set(contacts.map(({ access }) => access))).toEqual(new Set(contactAccesses))
  expect(new Set(contacts.map(({ abilities }) => abilities.serviceAccountLogin))).toEqual(new Set([true, false, null]))
  expect(new Set(engineers.map(({ role }) => role))).toEqual(new Set(engineerRoles))
})

test('every address is private or for documentation, every number a 555-01, every mail domain an example', () => {
  const addresses = customers.flatMap((file) => [
    ...file.servers.flatMap((server) => server.addresses.map(({ ip }) => ip)),
    ...file.integrations.flatMap(({ ip }) => ip ?? []),
  ])
  expect(addresses.length).toBeGreaterThan(40)
  expect(addresses.filter((ip) => !allowedAddress.test(ip))).toEqual([])
  const told = JSON.stringify(world)
  expect((told.match(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g) ?? []).filter((ip) => !allowedAddress.test(ip) && ip !== '10.88.40.0')).toEqual([])
  expect((told.match(/\(\d{3}\) \d{3}-\d{4}/g) ?? []).filter((number) => !number.includes('555-01'))).toEqual([])
  expect((told.match(/[\w.]+@[\w-]+(?:\.[\w-]+)*/g) ?? []).filter((mail) => !/\.example$|@203\.0\.113\./.test(mail))).toEqual([])
})

test('all customer rows can be read on the wire', () => {
  for (const file of customers) {
    expect(syncedTables.customer.safeParse(file.customer).error).toBeUndefined()
    for (const row of file.sites) expect(syncedTables.site.safeParse(row).error).toBeUndefined()
    for (const row of file.contracts) expect(syncedTables.contract.safeParse(row).error).toBeUndefined()
    for (const row of file.contacts) expect(syncedTables.contact.safeParse(row).error).toBeUndefined()
    for (const row of file.servers) expect(syncedTables.server.safeParse(row).error).toBeUndefined()
    for (const row of file.integrations) expect(syncedTables.integration.safeParse(row).error).toBeUndefined()
  }
})

test('a told world with a fault is refused with the place of the fault', () => {
  expect(() => readDemoWorld({ ...world, customers: [{ ...world.customers[0], phone: '' }] })).toThrow(/customers\[0\]\.phone/)
  const unknown = { ...world, stories: [{ ...world.stories[0], contact: 'nobody' }] }
  expect(() => playDemo(readDemoWorld(unknown), policy, now, numbers)).toThrow(/names the contact ostrander\/nobody/)
})
