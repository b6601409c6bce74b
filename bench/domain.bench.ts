import { decidePage } from '../src/domain/afterHours/decidePage'
import type { PageFacts } from '../src/domain/afterHours/pageFacts'
import { businessMinutesBetween } from '../src/domain/calendar/businessTime'
import { serviceCalendar } from '../src/domain/calendar/serviceCalendar'
import { addRealMinutes, toInstant, toZone } from '../src/domain/calendar/time'
import { nextClock } from '../src/domain/clocks/nextClock'
import { defaultPolicyValues } from '../src/domain/policy/defaultPolicy'
import type { CalendarDate } from '../src/domain/calendar/time'
import type { Policy } from '../src/domain/policy/policy'
import { orderQueue } from '../src/domain/queue/orderQueue'
import { priorities } from '../src/domain/ticket/ticket'
import { manyTickets } from './manyTickets'
import { judgeRatio, sayRow, summarize } from './summary'

const toDate = (text: string): CalendarDate => text as CalendarDate
const count = 100_000
const rounds = 15
const start = toInstant(Date.UTC(2026, 10, 24, 16, 0))
const policy: Policy = { id: 'policy', rev: 1, version: 1, values: defaultPolicyValues }
const tickets = manyTickets(count, start)
/** The same rows with the two numbers at hand, and the two numbers alone: the floor of the target, and a stricter one. */
const rows = tickets.map((ticket) => ({ ...ticket, a: priorities.indexOf(ticket.customerPriority), b: ticket.receivedAt as number }))
const pairs = rows.map(({ a, b }) => ({ a, b }))

const time = (work: () => unknown): number => {
  const began = performance.now()
  work()
  return performance.now() - began
}

const floor: number[] = []
const pairFloor: number[] = []
const ordered: number[] = []
const clocked: number[] = []
const both: number[] = []
let overdue = 0
for (let round = 0; round < rounds; round += 1) {
  // Each round is a minute later, as ticks are, so that nothing of the round before can be remembered for `now`.
  const now = addRealMinutes(start, round)
  const sorting = time(() => rows.toSorted((x, y) => x.a - y.a || x.b - y.b))
  const sortingPairs = time(() => pairs.toSorted((x, y) => x.a - y.a || x.b - y.b))
  const ordering = time(() => orderQueue(tickets))
  const clocking = time(() => {
    for (const ticket of tickets) if (nextClock(ticket, policy, now)?.breached === true) overdue += 1
  })
  floor.push(sorting)
  pairFloor.push(sortingPairs)
  ordered.push(ordering)
  clocked.push(clocking)
  both.push((ordering + clocking) / sorting)
}

const calendar = serviceCalendar(policy, toZone('America/Denver'))
const calls = 200_000
const yearApart = time(() => {
  for (let call = 0; call < calls; call += 1) businessMinutesBetween(calendar, addRealMinutes(start, -365 * 1_440 - call), addRealMinutes(start, call))
})

const night = toInstant(Date.UTC(2026, 10, 25, 8, 10))
const pageFacts: PageFacts = {
  occasion: 'receipt',
  now: night,
  channel: 'portal',
  customerPriority: 'urgent',
  engineerPriority: null,
  environment: 'production',
  zone: toZone('America/Denver'),
  policy,
  customerId: 'customer',
  contracts: [{ id: 'contract', rev: 1, customerId: 'customer', kind: '24x7', startsOn: toDate('2026-01-01'), endsOn: toDate('2026-12-31'), graceUntil: null }],
  standby: [],
  shifts: [{ id: 'shift', rev: 1, engineerId: 'priya', rank: 'primary', startsAt: start, endsAt: addRealMinutes(start, 10_080), kind: 'regular', coversShiftId: null, reason: '' }],
  engineers: [{ id: 'priya', role: 'helpdesk', active: true }],
  byHand: null,
}
const decisions = 20_000
let pages = 0
const deciding = time(() => {
  for (let call = 0; call < decisions; call += 1) if (decidePage({ ...pageFacts, now: addRealMinutes(night, call % 300) }).page) pages += 1
})
if (pages !== decisions) throw new Error(`${decisions - pages} of ${decisions} decisions did not page`)

console.log(`${count.toLocaleString('en-US')} open tickets, ${Math.round(overdue / rounds).toLocaleString('en-US')} of them overdue`)
console.log(sayRow('floor: sort the same rows by two numbers', summarize(floor)))
console.log(sayRow('for comparison: sort the two numbers alone', summarize(pairFloor)))
console.log(sayRow('order the queue', summarize(ordered)))
console.log(sayRow('all clocks of every ticket at now', summarize(clocked)))
const verdicts = [
  judgeRatio('order with all clocks / floor, median of rounds', summarize(both).median, 3),
  judgeRatio('one page decision, µs', (deciding / decisions) * 1_000, 50),
  judgeRatio('business minutes a year apart, µs', (yearApart / calls) * 1_000, 5),
]
process.exitCode = verdicts.every(Boolean) ? 0 : 1
