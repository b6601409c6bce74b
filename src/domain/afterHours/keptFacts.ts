import { addRealMinutes } from '../calendar/time'
import type { Instant } from '../calendar/time'
import { pagePolicyKeys } from './pageFacts'
import type { PageFacts, PagePolicy } from './pageFacts'

/** How much of the rota and of the bookings a record keeps around its moment, in real minutes. */
export const keptMinutes = { before: 7 * 24 * 60, after: 14 * 24 * 60 } as const

type Values = PagePolicy['values']

const narrowed = new WeakMap<Values, Values>()

/** The same record always gives the same narrowed one, because opening hours are remembered by it. */
const narrowValues = (values: Values): Values => {
  const known = narrowed.get(values)
  if (known !== undefined) return known
  const narrow = Object.fromEntries(pagePolicyKeys.map((key) => [key, values[key]])) as Record<keyof Values, unknown> as Values
  narrowed.set(values, narrow)
  narrowed.set(narrow, narrow)
  return narrow
}

const around = (now: Instant): ((stretch: { readonly startsAt: Instant; readonly endsAt: Instant }) => boolean) => {
  const from = addRealMinutes(now, -keptMinutes.before)
  const to = addRealMinutes(now, keptMinutes.after)
  return ({ startsAt, endsAt }) => startsAt < to && endsAt > from
}

/**
 * The facts as a record keeps them: of the policy what a decision uses, of the rota a week before `now` and two weeks
 * after it, of the bookings this customer's, and of the engineers those who are named.
 */
export const keptFacts = (facts: PageFacts): PageFacts => {
  const { policy, customerId } = facts
  const near = around(facts.now)
  const shifts = facts.shifts.filter(near)
  const standby = facts.standby.filter((window) => window.customerId === customerId && near(window))
  const named = (id: string): boolean => shifts.some(({ engineerId }) => engineerId === id) || standby.some(({ engineerId }) => engineerId === id)
  return {
    occasion: facts.occasion,
    now: facts.now,
    channel: facts.channel,
    customerPriority: facts.customerPriority,
    engineerPriority: facts.engineerPriority,
    environment: facts.environment,
    zone: facts.zone,
    policy: { version: policy.version, values: narrowValues(policy.values) },
    customerId,
    contracts: facts.contracts,
    standby,
    shifts,
    engineers: facts.engineers.filter(({ id }) => named(id)).map(({ id, role, active }) => ({ id, role, active })),
    byHand: facts.byHand,
  }
}
